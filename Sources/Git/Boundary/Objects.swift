import CLibgit2
import GitModel
import Wording

/// What stands under an id: its kind and its raw content.
struct StoredObject {
  let type: ObjectType
  let bytes: [UInt8]
}

extension Store {
  func read(_ id: ObjectID) throws(GitError) -> StoredObject {
    var question: Phrase { Phrase("read the object \(id)") }
    var raw = id.raw
    let object = try unsafe Handle<StoredObjectKind>(asking: question) { out in
      unsafe lendDatabase { unsafe git_odb_read(out, $0, &raw) }
    }
    guard let type = ObjectType(unsafe object.lend { unsafe git_odb_object_type($0) }) else {
      throw GitError(kind: .damaged, asked: question, words: Phrase("an object of unknown kind"))
    }
    let bytes = unsafe object.lend { object in
      let start = unsafe git_odb_object_data(object)
      let count = unsafe git_odb_object_size(object)
      return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }
    return StoredObject(type: type, bytes: bytes)
  }

  /// An object's kind and size, without its content.
  func header(_ id: ObjectID) throws(GitError) -> (type: ObjectType, size: Int64) {
    var question: Phrase { Phrase("look at the object \(id)") }
    var raw = id.raw
    var size = 0
    var type = GIT_OBJECT_INVALID
    let code = unsafe lendDatabase { unsafe git_odb_read_header(&size, &type, $0, &raw) }
    try Calls.check(code, asking: question)
    guard let known = ObjectType(type) else {
      throw GitError(kind: .damaged, asked: question, words: Phrase("an object of unknown kind"))
    }
    return (known, Int64(size))
  }

  /// The one object whose id begins with these digits; nil where there is none or several. Names
  /// of branches and tags are not asked: anybody may make those.
  func object(startingWith digits: String) throws(GitError) -> ObjectID? {
    guard (4...40).contains(digits.utf8.count) else { return nil }
    var prefix = git_oid()
    var found = git_oid()
    let count = digits.utf8.count
    guard unsafe git_oid_fromstrn(&prefix, digits, count) == 0 else { return nil }
    let code = unsafe lendDatabase { unsafe git_odb_exists_prefix(&found, $0, &prefix, count) }
    if Calls.isNotFound(code) || code == GIT_EAMBIGUOUS.rawValue {
      git_error_clear()
      return nil
    }
    try Calls.check(code, asking: Phrase("find the object \(digits)"))
    return ObjectID(found)
  }

  /// What a revision expression names, not peeled; nil where it names nothing.
  func revision(_ text: [UInt8]) throws(GitError) -> ObjectID? {
    var question: Phrase { Phrase("look up the revision \(Visible.text(text))") }
    guard text.contains(0) == false else { return nil }
    var found: OpaquePointer?
    let code = unsafe Conversions.withCString(text) { text in
      unsafe lendRepository { unsafe git_revparse_single(&found, $0, text) }
    }
    // So few digits are nobody's idea of an id, whether one or many objects begin with them.
    let isTooShort = code == GIT_EAMBIGUOUS.rawValue && text.count < 4
    if Calls.isNotFound(code) || code == GIT_EINVALIDSPEC.rawValue || isTooShort {
      git_error_clear()
      return nil
    }
    let object = try unsafe Handle<ObjectKind>(asking: question) { out in
      unsafe out.pointee = unsafe found
      return code
    }
    return unsafe object.lend { unsafe git_object_id($0).map { unsafe ObjectID($0.pointee) } }
      ?? nil
  }
}
