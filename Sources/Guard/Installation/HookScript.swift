import GitModel
import Wording

/// The thin hook: a POSIX sh script that hands over to the engine at once.
///
/// It is a script and never a link to the engine: git passes over a dangling link in silence, while
/// a script whose engine is missing refuses and says so. With nothing chained it starts no process
/// of its own before the engine takes its place, since it runs at every push and commit.
public enum HookScript {
  /// The version of the text, to be raised with every change of it.
  public static let version = 3

  static let markerStart = "# gitflow-guard hook, version "
  static let engineStart = "engine="

  /// The script of a hook.
  ///
  /// - Parameters:
  ///   - engine: the engine's absolute path; nil or empty for a look-up in PATH alone. It must not
  ///     hold a newline or a NUL byte; ``HookInstaller`` refuses such a path.
  ///   - protected: patterns of the branches for whose moves reference-transaction starts the
  ///     engine; no other hook asks.
  public static func text(
    for hook: HookName, engine: String?, protecting protected: [String] = defaultProtected
  ) -> String {
    let engine = engine ?? ""
    let isTransaction = hook == .referenceTransaction
    let parts = [
      head(hook, engine) + (isTransaction ? collecting(protected) : handingOver(hook)),
      findingTheEngine(hook, engine),
      isTransaction ? judgingCollected : body(hook),
    ]
    return parts.joined(separator: "\n")
  }

  private static func body(_ hook: HookName) -> String {
    switch hook.order {
    case .earlierHookFirst: earlierHookFirst(hook)
    case .guardFirst: hook.readsInput ? guardFirst(hook) : guardFirstWithoutInput(hook)
    }
  }

  private static func head(_ hook: HookName, _ engine: String) -> String {
    #"""
    #!/bin/sh
    \#(markerStart)\#(version): \#(hook.rawValue)
    # Written by `gitflow-guard install`, which writes it anew: changes made here are lost.
    \#(engineStart)\#(ShellQuoting.quote(engine))

    # The hook that stood here before. Under another name (moved away by another tool, which may
    # itself be the one that is kept) this script chains nothing, or the two would call each other.
    case $0 in
      */\#(hook.rawValue)) kept=${0%/*}/\#(hook.keptName) ;;
      *) kept= ;;
    esac

    """#
  }

  /// The short way of most calls.
  private static func handingOver(_ hook: HookName) -> String {
    #"""

    # Most often there is nothing to chain and the engine is where it was: then sh reads no further.
    if [ ! -e "$kept" ] && [ -f "$engine" ] && [ -x "$engine" ] && [ -s "$engine" ]; then
      exec "$engine" hook \#(hook.rawValue) "$@"
    fi

    """#
  }

  private static func findingTheEngine(_ hook: HookName, _ engine: String) -> String {
    let place = "$(git rev-parse --git-path hooks)"
    let file = "\"\(place)/\(hook.rawValue)\""
    let lookedFor =
      engine.isEmpty
      ? Phrase("  gitflow-guard is not in PATH")
      : Phrase("  there is no \(Visible.text(engine)), and gitflow-guard is not in PATH")
    let lines = [
      Phrase("gitflow-guard: \(hook.rawValue) is refused, because the engine was not found:"),
      lookedFor,
      hook.isOnServer
        ? Phrase("  whoever looks after the server installs it and runs this in the repository:")
        : Phrase("  install it and run this in the repository:"),
      Phrase(verbatim: "    \(hook.installation)"),
      hook.isOnServer ? Phrase("  or takes this hook out:") : Phrase("  or take this hook out:"),
    ]
    let bring = ShellQuoting.quote("    mv \"\(place)/\(hook.keptName)\" \(file)")
    let remove = ShellQuoting.quote("    rm \(file)")
    let skipping = hook.isOnServer ? "" : skippingWhenOff(hook)
    // Absolute folders of PATH only: a hook runs at the top of the work tree, and a program that
    // somebody committed there must not be taken for the engine. An empty file would pass as a
    // script that succeeds.
    return #"""
      # The language of what is said here: the person's own setting, then the locale.
      spoken() {
        git config gitflow-guard.language 2>/dev/null ||
          printf '%s\n' "${LC_ALL:-${LC_MESSAGES:-${LANG-}}}"
      }

      is_program() { [ -f "$1" ] && [ -x "$1" ] && [ -s "$1" ]; }

      find_engine() {
        is_program "$engine" && return
        rest=${PATH-}:
        while [ -n "$rest" ]; do
          engine=${rest%%:*}/gitflow-guard
          rest=${rest#*:}
          case $engine in
            /gitflow-guard) ;;
            /*) is_program "$engine" && return ;;
          esac
        done
        engine=\#(skipping)
        case $(spoken) in
          ru*)
            printf '%s\n' \#(words(lines, .russian)) >&2
            ;;
          *)
            printf '%s\n' \#(words(lines, .english)) >&2
            ;;
        esac
        # shellcheck disable=SC2016 # the commands are for the reader to run
        if [ -n "$kept" ] && { [ -e "$kept" ] || [ -L "$kept" ]; }; then
          printf '%s\n' \#(bring) >&2
        else
          printf '%s\n' \#(remove) >&2
        fi
        exit 3
      }

      """#
  }

  /// Lines as words of the shell.
  private static func words(_ lines: [Phrase], _ language: Language) -> String {
    lines.texts(in: language).map(ShellQuoting.quote).joined(separator: " \\\n          ")
  }

  /// Whoever turned the guard off in a clone needs no engine either.
  private static func skippingWhenOff(_ hook: HookName) -> String {
    let skipped = Phrase(
      """
      gitflow-guard: \(hook.rawValue) is skipped: GITFLOW_GUARD=0, and the engine was not found
      """)
    return #"""

        if [ "${GITFLOW_GUARD-}" = 0 ] && [ -z "${CI-}" ]; then
          case $(spoken) in
            ru*) printf '%s\n' \#(words([skipped], .russian)) >&2 ;;
            *) printf '%s\n' \#(words([skipped], .english)) >&2 ;;
          esac
          return
        fi
      """#
  }

  private static func earlierHookFirst(_ hook: HookName) -> String {
    #"""
    # The earlier hook comes first: it may change what is about to be committed.
    if is_program "$kept"; then
      "$kept" "$@" || exit
    fi
    find_engine
    [ -n "$engine" ] || exit 0
    exec "$engine" hook \#(hook.rawValue) "$@"

    """#
  }

  private static func guardFirst(_ hook: HookName) -> String {
    #"""
    find_engine
    if is_program "$kept"; then
      # Both get the same input. The x keeps its last newline; whoever stops reading early makes
      # printf fail, which does not matter. The guard comes first: the earlier hook may be slow or
      # send something away, which should not happen for a push that is refused.
      input=$(cat && printf x) || exit 3
      if [ -n "$engine" ]; then
        printf '%s' "${input%x}" 2>/dev/null | "$engine" hook \#(hook.rawValue) "$@" || exit
      fi
      printf '%s' "${input%x}" 2>/dev/null | "$kept" "$@"
      exit
    fi
    [ -n "$engine" ] || exit 0
    exec "$engine" hook \#(hook.rawValue) "$@"

    """#
  }

  private static func guardFirstWithoutInput(_ hook: HookName) -> String {
    #"""
    find_engine
    if is_program "$kept"; then
      "$engine" hook \#(hook.rawValue) "$@" || exit
      exec "$kept" "$@"
    fi
    exec "$engine" hook \#(hook.rawValue) "$@"

    """#
  }
}
