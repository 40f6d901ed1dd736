import CLibgit2
import GitModel

extension ObjectID {
  /// Copies an id out of libgit2; nil for the all-zero one, which stands for no object.
  init?(_ raw: git_oid) {
    var raw = raw
    let bytes = unsafe withUnsafeBytes(of: &raw.id) { unsafe Array($0) }
    guard bytes.contains(where: { $0 != 0 }) else { return nil }
    self.init(bytes: bytes)
  }

  var raw: git_oid {
    var result = git_oid()
    unsafe withUnsafeMutableBytes(of: &result.id) { unsafe $0.copyBytes(from: bytes) }
    return result
  }
}

enum Conversions {
  /// Copies a C string's bytes; nil for a null pointer.
  static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
    guard let text = unsafe text else { return nil }
    var result: [UInt8] = []
    var place = 0
    while unsafe text[place] != 0 {
      result.append(UInt8(bitPattern: unsafe text[place]))
      place += 1
    }
    return result
  }

  /// Lends bytes as a C string.
  static func withCString<Result>(
    _ bytes: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let text = bytes.map { CChar(bitPattern: $0) } + [0]
    return unsafe text.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("never empty") }
      return unsafe body(start)
    }
  }
}

/// The kinds of object that a repository stores.
enum ObjectType: Hashable, Sendable {
  case commit, tree, blob, tag

  init?(_ raw: git_object_t) {
    switch raw {
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }
}
