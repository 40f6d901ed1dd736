import GitModel
public import Wording

/// Where the hooks of a repository belong. Decided from what git's configuration says, without
/// looking at any file.
public enum HooksLocation: Hashable, Sendable {
  /// Install into this folder.
  case use(String)
  /// A `core.hooksPath` outside this repository sends git to a folder that serves others as well.
  /// It is never taken over; the advice holds the commands for either way out.
  case globalInTheWay(path: String, advice: [Phrase])
  /// The repository's own `core.hooksPath` names no folder into which hooks could go.
  case unusable(path: String, advice: [Phrase])

  /// `core.hooksPath` as git finds it.
  public struct Setting: Hashable, Sendable {
    /// The configuration file in which it stands.
    public enum Level: String, Hashable, Sendable { case local, worktree, global, system }

    public let value: String
    public let level: Level

    public init(value: String, level: Level) {
      self.value = value
      self.level = level
    }
  }

  /// - Parameters:
  ///   - commonDirectory: git's common directory, absolute: hooks are shared by all work trees.
  ///   - workTree: the top of the work tree, absolute; nil for a bare repository.
  ///   - setting: the `core.hooksPath` that git obeys; nil where there is none.
  ///   - home: HOME, for a path that begins with `~/`.
  public static func decide(
    commonDirectory: String, workTree: String?, setting: Setting?, home: String?
  ) -> HooksLocation {
    guard let setting else { return .use(join(commonDirectory, "hooks")) }
    let folder = expand(setting.value, home: home, top: workTree ?? commonDirectory)
    switch setting.level {
    case .global, .system:
      return .globalInTheWay(
        path: folder ?? setting.value,
        advice: advice(around: setting, folder: folder, own: join(commonDirectory, "hooks")))
    case .local, .worktree:
      // /dev/null is how hooks are commonly turned off.
      guard let folder, folder != "/dev/null" else {
        return .unusable(path: setting.value, advice: advice(against: setting))
      }
      return .use(folder)
    }
  }

  /// The folder that git would take, or nil where it can't be told from here: no value at all, no
  /// HOME, another user's home (`~name/`), or a place inside git's own installation (`%(prefix)/`).
  private static func expand(_ value: String, home: String?, top: String) -> String? {
    if value.isEmpty || value.utf8.starts(with: "%(prefix)/".utf8) { return nil }
    guard value.utf8.first == UInt8(ascii: "~") else { return join(top, value) }
    guard let home, home.isEmpty == false else { return nil }
    if value == "~" { return home }
    guard value.utf8.starts(with: "~/".utf8) else { return nil }
    return join(home, String(decoding: value.utf8.dropFirst(2), as: UTF8.self))
  }

  private static func join(_ folder: String, _ path: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
  }

  private static func advice(against setting: Setting) -> [Phrase] {
    [
      Phrase(
        """
        # core.hooksPath of this repository is \(Visible.text(setting.value)): no hook can run there.
        """),
      Phrase("# Take the setting out, or name a folder by its whole path, then install again:"),
    ]
      + [
        "git config --\(setting.level.rawValue) --unset-all core.hooksPath",
        "gitflow-guard install",
      ].verbatim
  }

  private static func advice(around setting: Setting, folder: String?, own: String) -> [Phrase] {
    let (level, value) = (setting.level.rawValue, Visible.text(setting.value))
    var lines = [
      Phrase("# git's \(level) configuration sends the hooks of every repository to \(value)."),
      Phrase(
        """
        # Either give this repository hooks of its own; those of that folder then no longer run here:
        """),
    ]
    lines +=
      [
        "git config --local core.hooksPath \(ShellQuoting.quote(own))", "gitflow-guard install",
      ].verbatim
    guard let folder else { return lines }
    lines.append(Phrase("# or call the engine from that folder. Hooks that it does not have yet:"))
    for hook in HookName.client {
      let file = ShellQuoting.quote(folder + "/" + hook.rawValue)
      lines.append(
        Phrase(
          verbatim: "test -e \(file) || { gitflow-guard hook-script \(hook.rawValue) > \(file)"
            + " && chmod +x \(file); }"))
    }
    lines.append(Phrase("# Hooks that it has already: paste as the first command of each"))
    for hook in HookName.client {
      lines.append(Phrase(verbatim: "# \(hook.rawValue):"))
      lines += HookScript.call(for: hook)
    }
    return lines
  }
}

extension HookScript {
  /// Lines to paste into a hook that somebody else wrote, so that it asks the guard first.
  public static func call(for hook: HookName) -> [Phrase] {
    let call = #"gitflow-guard hook \#(hook.rawValue) "$@" || exit"#
    guard hook.readsInput else { return [call].verbatim }
    let reader = #"printf '%s' "${input%x}" |"#
    return ["input=$(cat && printf x) || exit", "\(reader) \(call)"].verbatim + [
      Phrase("# the hook's own reader then begins with: \(reader)")
    ]
  }
}
