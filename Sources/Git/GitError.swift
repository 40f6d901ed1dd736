public import Wording

/// A question that the repository did not answer, and why. Never taken for a yes or a no.
public struct GitError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Nothing of that name or id is here: no repository, or an object that should exist.
    case notFound
    /// The repository belongs to somebody else and git's `safe.directory` does not allow it.
    case ownership
    /// The repository uses a feature that the guard can't read; the value names it.
    case unsupported(Phrase)
    /// Something is here and can't be read: `git fsck` tells more.
    case damaged
    /// The answer lies beyond the cut of a shallow clone.
    case shallow
    /// The object was left out of a partial clone.
    case partial
    case other
  }

  /// libgit2's return code, negative; -1 where the guard itself found the fault.
  public let code: Int32
  public let kind: Kind
  /// What was asked, as a phrase such as `read the commit 1234…`.
  public let asked: Phrase
  /// What went wrong, in libgit2's words or ours.
  public let words: Phrase

  public init(code: Int32 = -1, kind: Kind, asked: Phrase, words: Phrase) {
    self.code = code
    self.kind = kind
    self.asked = asked
    self.words = words
  }

  /// The same failure seen as another kind, with words that replace the old ones if given.
  func turned(into kind: Kind, words: Phrase? = nil) -> GitError {
    GitError(code: code, kind: kind, asked: asked, words: words ?? self.words)
  }
}

extension GitError {
  /// What was asked and what went wrong, without a full stop.
  public var sentence: Phrase { Phrase("could not \(asked): \(words)") }
}
