import CLibgit2
import GitModel
import Wording

/// A reference as it stands: an object's id, or another reference's name.
enum StoredReference: Hashable {
  case direct(ObjectID)
  case symbolic(RefName)
}

extension Store {
  /// What a reference holds; nil where there is none of that name.
  func reference(_ name: RefName) throws(GitError) -> StoredReference? {
    switch try referenceFiles.answer(for: name) {
    case .known(let content): return content
    case .absent: return nil
    case .unclear: return try judgedReference(name)
    }
  }

  /// Calls `visit` with every reference below a folder such as `refs/heads/`, sorted by name. One
  /// that can't be read is not among them.
  func references(
    under folder: String, _ visit: (RefName, StoredReference) throws(GitError) -> Void
  ) throws(GitError) {
    try referenceFiles.each(under: folder) { (name, answer) throws(GitError) in
      switch answer {
      case .known(let content): try visit(name, content)
      case .absent: return
      case .unclear:
        if let content = try? judgedReference(name) { try visit(name, content) }
      }
    }
  }

  func hasPackedReferences(under folder: String) throws(GitError) -> Bool {
    try referenceFiles.hasPacked(under: folder)
  }

  /// What libgit2 says of a reference.
  private func judgedReference(_ name: RefName) throws(GitError) -> StoredReference? {
    var question: Phrase { Phrase("read the reference \(name)") }
    guard name.bytes.contains(0) == false else {
      throw GitError(kind: .other, asked: question, words: Phrase("the name holds a zero byte"))
    }
    var found: OpaquePointer?
    let code = unsafe Conversions.withCString(name.bytes) { name in
      unsafe lendRepository { unsafe git_reference_lookup(&found, $0, name) }
    }
    if Calls.isNotFound(code) {
      git_error_clear()
      return nil
    }
    let reference = try unsafe Handle<ReferenceKind>(asking: question) { out in
      unsafe out.pointee = unsafe found
      return code
    }
    return try Self.content(of: reference, question)
  }

  /// Calls `visit` with every reference whose name matches a libgit2 glob.
  func references(
    matching glob: String, _ visit: (RefName, StoredReference) throws(GitError) -> Void
  ) throws(GitError) {
    var question: Phrase { Phrase("list the references \(glob)") }
    let iterator = try unsafe Handle<ReferenceIteratorKind>(asking: question) { out in
      unsafe lendRepository { unsafe git_reference_iterator_glob_new(out, $0, glob) }
    }
    while true {
      var found: OpaquePointer?
      let code = unsafe iterator.lend { unsafe git_reference_next(&found, $0) }
      if Calls.isOver(code) { return }
      let reference = try unsafe Handle<ReferenceKind>(asking: question) { out in
        unsafe out.pointee = unsafe found
        return code
      }
      let name = unsafe reference.lend { unsafe Conversions.bytes(git_reference_name($0)) }
      try visit(RefName(bytes: name ?? []), try Self.content(of: reference, question))
    }
  }

  private static func content(
    of reference: borrowing Handle<ReferenceKind>, _ question: @autoclosure () -> Phrase
  ) throws(GitError) -> StoredReference {
    let target = unsafe reference.lend {
      unsafe Conversions.bytes(git_reference_symbolic_target($0))
    }
    if let target { return .symbolic(RefName(bytes: target)) }
    let id = unsafe reference.lend {
      unsafe git_reference_target($0).flatMap { unsafe ObjectID($0.pointee) }
    }
    guard let id else {
      throw GitError(
        kind: .damaged, asked: question(), words: Phrase("the reference names no object"))
    }
    return .direct(id)
  }
}
