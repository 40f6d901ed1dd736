import CLibgit2
import Wording

/// How one kind of libgit2 object is freed. The kinds exist only as types: they keep a tree from
/// being taken for a commit, since C imports both as one pointer type.
protocol HandleKind {
  static func free(_ pointer: OpaquePointer)
}

/// The one owner of a libgit2 object: frees it when it goes, and lends it only to a closure.
@safe struct Handle<Kind: HandleKind>: ~Copyable {
  private let pointer: OpaquePointer

  /// Takes what a libgit2 constructor makes; its return code goes through ``Calls``.
  init(
    asking question: @autoclosure () -> Phrase,
    _ make: (UnsafeMutablePointer<OpaquePointer?>) -> Int32
  ) throws(GitError) {
    var made: OpaquePointer?
    let code = unsafe make(&made)
    try Calls.check(code, asking: question())
    guard let made = unsafe made else {
      throw GitError(kind: .other, asked: question(), words: Phrase("libgit2 gave nothing"))
    }
    unsafe pointer = made
  }

  /// Lends the pointer. It must not leave the closure.
  borrowing func lend<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(pointer)
  }

  deinit { unsafe Kind.free(pointer) }
}

enum RepositoryKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_repository_free(pointer) }
}
enum DatabaseKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_free(pointer) }
}
enum StoredObjectKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_object_free(pointer) }
}
enum ReferenceKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_free(pointer) }
}
enum ReferenceIteratorKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_iterator_free(pointer) }
}
enum CommitKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_commit_free(pointer) }
}
enum TreeKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_tree_free(pointer) }
}
enum ObjectKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_object_free(pointer) }
}
enum IndexKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_index_free(pointer) }
}
enum ConfigurationKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_free(pointer) }
}
enum ConfigurationIteratorKind: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_iterator_free(pointer) }
}
