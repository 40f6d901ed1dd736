import CLibgit2
import GitModel
import Wording

/// An open repository and its object database, as libgit2 has them. Reads only: the database's
/// disk backends have their writing halves taken out.
final class Store {
  private let repository: Handle<RepositoryKind>
  private let database: Handle<DatabaseKind>
  private var hasMemory = false
  /// What libgit2's own look at references would read and sort as a whole.
  private(set) lazy var referenceFiles: ReferenceFiles = {
    let shared = unsafe repository.lend { unsafe Conversions.bytes(git_repository_commondir($0)) }
    let own = unsafe repository.lend { unsafe Conversions.bytes(git_repository_path($0)) }
    return ReferenceFiles(shared: shared ?? [], own: own ?? [])
  }()

  /// Opens the repository at a place, or, if `searching`, the one that the place lies in.
  init(
    at place: String, searching: Bool, acrossFileSystems: Bool, ceilings: String?, trusting: Bool
  ) throws(GitError) {
    var flags: UInt32 = 0
    if searching == false {
      flags |= GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    }
    if acrossFileSystems { flags |= GIT_REPOSITORY_OPEN_CROSS_FS.rawValue }
    repository = try Library.opening(trusting: trusting) { () throws(GitError) in
      try unsafe Handle<RepositoryKind>(asking: Phrase("open the repository at \(place)")) {
        unsafe git_repository_open_ext($0, place, flags, ceilings)
      }
    }
    database = try repository.database()
    try standAside()
  }

  var gitDirectory: String {
    text(unsafe repository.lend { unsafe Conversions.bytes(git_repository_path($0)) })
  }
  var commonDirectory: String {
    text(unsafe repository.lend { unsafe Conversions.bytes(git_repository_commondir($0)) })
  }
  var workTree: String? {
    unsafe repository.lend { unsafe Conversions.bytes(git_repository_workdir($0)) }.map { text($0) }
  }
  var isBare: Bool { unsafe repository.lend { unsafe git_repository_is_bare($0) } == 1 }

  func lendRepository<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe repository.lend(body)
  }
  func lendDatabase<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe database.lend(body)
  }

  /// Adds another objects folder to read from.
  func addObjects(at folder: String) throws(GitError) {
    let code = unsafe database.lend { unsafe git_odb_add_disk_alternate($0, folder) }
    try Calls.check(code, asking: Phrase("add the objects in \(folder)"))
    try standAside()
  }

  /// Puts an object database in memory before the others, into which everything written goes.
  func keepWritesInMemory() throws(GitError) {
    guard hasMemory == false else { return }
    var question: Phrase { Phrase("make room for objects in memory") }
    var memory: UnsafeMutablePointer<git_odb_backend>?
    try Calls.check(unsafe git_mempack_new(&memory), asking: question)
    let code = unsafe database.lend { unsafe git_odb_add_backend($0, memory, 1000) }
    try Calls.check(code, asking: question)
    hasMemory = true
  }

  /// Sees to it that nothing is written to the repository, not even the time stamps by which
  /// libgit2 marks an object as used again, and that libgit2 leaves commit-graph files alone: it
  /// reads them slowly, and a forged one could lie.
  private func standAside() throws(GitError) {
    try Calls.check(
      unsafe database.lend { unsafe git_odb_set_commit_graph($0, nil) },
      asking: Phrase("do without commit-graph files"))
    let count = unsafe database.lend { unsafe git_odb_num_backends($0) }
    for place in 0..<count {
      var backend: UnsafeMutablePointer<git_odb_backend>?
      let code = unsafe database.lend { unsafe git_odb_get_backend(&backend, $0, place) }
      try Calls.check(code, asking: Phrase("make the repository read-only"))
      guard let backend = unsafe backend, hasMemory == false else { continue }
      unsafe backend.pointee.write = nil
      unsafe backend.pointee.writestream = nil
      unsafe backend.pointee.writepack = nil
      unsafe backend.pointee.writemidx = nil
      unsafe backend.pointee.freshen = nil
    }
  }

  private func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
}

extension Handle<RepositoryKind> {
  borrowing func database() throws(GitError) -> Handle<DatabaseKind> {
    try unsafe Handle<DatabaseKind>(asking: Phrase("open the object database")) { out in
      unsafe lend { unsafe git_repository_odb(out, $0) }
    }
  }
}
