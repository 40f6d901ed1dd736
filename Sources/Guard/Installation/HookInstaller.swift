import GitModel
public import Wording

/// Puts the thin hooks into a hooks folder and takes them out again.
///
/// What stood there before is kept beside the new hook, chained by it, and put back byte for byte
/// with its mode. At every moment there is a whole hook at each hook's place: a run that was killed
/// is finished by the next. Nothing outside the folder is touched, and no file that is not ours is
/// overwritten.
public struct HookInstaller: Sendable {
  /// Why nothing at all was done.
  public enum Failure: Error, Hashable, Sendable {
    /// The engine's path can't be written into a script.
    case unusableEngine(String)
    /// Another install or uninstall is at work in the folder.
    case busy(folder: String)
    case file(FileError)

    public var sentence: Phrase {
      switch self {
      case .unusableEngine(let path):
        Phrase("the engine's path must be absolute and without a newline: \(Visible.text(path))")
      case .busy(let folder):
        Phrase(
          """
          another install or uninstall is at work in \(Visible.text(folder)): run this again when \
          it has ended
          """)
      case .file(let error): error.sentence
      }
    }
  }

  /// The hooks folder, absolute or relative to the working directory.
  public let folder: String
  let files: HookFolder
  let medium: HookMedium

  /// - Parameter fileName: the hook's file, where it is not called as git calls the hook.
  public init(folder: String, fileName: String? = nil) {
    self.init(folder: folder, medium: HookMedium(), fileName: fileName)
  }

  init(folder: String, medium: HookMedium, fileName: String? = nil) {
    self.folder = folder
    self.files = HookFolder(path: folder, fileName: fileName)
    self.medium = medium
  }

  /// Does the work under the folder's lock.
  func locked<Result>(
    _ work: () throws(FileError) -> Result
  ) throws(Failure) -> Result {
    do {
      let lock = try FileLock(files.lockPath)
      defer { _ = lock.path }
      return try work()
    } catch  where error.cause == .held {
      throw .busy(folder: folder)
    } catch {
      throw .file(error)
    }
  }
}
