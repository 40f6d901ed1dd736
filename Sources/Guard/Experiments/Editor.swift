import Git
import GitModel
import Wording

/// The editor that git would open.
struct Editor {
  private let command: String

  /// The first of `GIT_EDITOR`, `core.editor`, `VISUAL`, `EDITOR` and `vi`; on a dumb terminal
  /// neither `VISUAL` nor `vi` (git-var, "GIT_EDITOR"), and where nobody types neither.
  init(_ session: Session) throws(Failure) {
    let environment = session.environment
    let isDumb =
      (environment["TERM"].map { $0.isEmpty || $0 == "dumb" } ?? true)
      || StandardStreams.isInputTerminal == false
    let configured = try session.reading { () throws(GitError) in
      try session.repository.value("core.editor")
    }
    let named = [
      environment["GIT_EDITOR"], configured, isDumb ? nil : environment["VISUAL"],
      environment["EDITOR"], isDumb ? nil : "vi",
    ]
    guard let command = named.compactMap({ $0 }).first(where: { $0.isEmpty == false }) else {
      throw Failure.usage(
        Phrase("--edit knows no editor here, so nothing was written: set core.editor or EDITOR"))
    }
    self.command = command
  }

  /// Opens files and waits until the person has ended.
  ///
  /// - Parameter state: what is true of the files all the same where the editor fails.
  func open(_ files: [String], state: Phrase) throws(Failure) {
    // As git does: the command is a shell's, the files are its arguments.
    let words = ["/bin/sh", "-c", "\(command) \"$@\"", command] + files
    let code: Int32
    do throws(FileError) {
      code = try ChildProcess.run(words)
    } catch {
      throw Failure.file(error.sentence)
    }
    guard code == 0 else {
      throw Failure.file(
        Phrase("the editor \"\(Visible.text(command))\" ended with \(code); \(state)"))
    }
  }
}
