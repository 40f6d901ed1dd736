import CLibgit2
import Wording

/// The one gate through which every libgit2 return code becomes a ``GitError``.
enum Calls {
  /// Lets every code pass that is not negative.
  static func check(_ code: Int32, asking question: @autoclosure () -> Phrase) throws(GitError) {
    guard code < 0 else { return }
    throw failure(code, asking: question())
  }

  /// libgit2's last words are kept per thread and outlive later successes: so they are read only
  /// after a negative code, copied at once and cleared.
  static func failure(_ code: Int32, asking question: Phrase) -> GitError {
    var words = "error \(code)"
    var category: Int32 = 0
    if let last = unsafe git_error_last(), let message = unsafe last.pointee.message {
      words = unsafe String(cString: message)
      category = unsafe last.pointee.klass
    }
    git_error_clear()
    let kind = kind(code, category, words)
    if case .unsupported(let feature) = kind {
      return GitError(
        code: code, kind: kind, asked: question,
        words: Phrase("the repository uses \(feature), which gitflow-guard can't read"))
    }
    return GitError(code: code, kind: kind, asked: question, words: Phrase(verbatim: words))
  }

  static func isNotFound(_ code: Int32) -> Bool { code == GIT_ENOTFOUND.rawValue }

  /// The end of an iteration, and the only code that ends one: every other is a failure.
  static func isOver(_ code: Int32) -> Bool { code == GIT_ITEROVER.rawValue }

  private static func kind(_ code: Int32, _ category: Int32, _ words: String) -> GitError.Kind {
    let unknownExtension = "unsupported extension name "
    if words.hasPrefix(unknownExtension) {
      return .unsupported(feature(String(words.dropFirst(unknownExtension.count))))
    }
    if words.hasPrefix("unsupported repository version") {
      return .unsupported(Phrase("a newer repository format"))
    }
    switch code {
    case GIT_EOWNER.rawValue: return .ownership
    // Another owner's repository, where no safe.directory is set at all.
    case GIT_ENOTFOUND.rawValue where isAboutSafeDirectory(words): return .ownership
    case GIT_ENOTFOUND.rawValue: return .notFound
    case GIT_EMISMATCH.rawValue: return .damaged
    case GIT_ERROR.rawValue where damagedClasses.contains(category): return .damaged
    default: return .other
    }
  }

  private static func isAboutSafeDirectory(_ words: String) -> Bool {
    words == "config value 'safe.directory' was not found"
  }

  private static let damagedClasses: Set<Int32> = Set(
    [
      GIT_ERROR_REFERENCE, GIT_ERROR_ZLIB, GIT_ERROR_ODB, GIT_ERROR_INDEX, GIT_ERROR_OBJECT,
      GIT_ERROR_TAG, GIT_ERROR_TREE,
    ].map { Int32($0.rawValue) })

  private static func feature(_ name: String) -> Phrase {
    switch name {
    case "extensions.objectformat": Phrase("SHA-256 object ids")
    case "extensions.refstorage": Phrase("reftable references")
    default: Phrase(verbatim: name)
    }
  }
}
