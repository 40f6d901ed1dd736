import CLibgit2
import Glibc
import Wording

/// libgit2's one-time setting up. Its options hold for the whole process.
enum Library {
  /// Starts the library once; costs nothing later.
  static func start() throws(GitError) {
    if let failure = started { throw failure }
  }

  /// Opens something without libgit2's question of whose the repository is. The option is the
  /// process's, so it is put back at once and nothing else opens meanwhile.
  static func opening<Value: ~Copyable>(
    trusting: Bool, _ body: () throws(GitError) -> Value
  ) throws(GitError) -> Value {
    try start()
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    try Calls.check(
      guard_set_owner_validation(trusting ? 0 : 1), asking: Phrase("set libgit2's owner validation")
    )
    return try body()
  }

  private nonisolated(unsafe) static let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    return unsafe lock
  }()

  private static let started: GitError? = {
    do throws(GitError) {
      try Calls.check(git_libgit2_init(), asking: Phrase("start libgit2"))
      try setOptions()
      return nil
    } catch {
      return error
    }
  }()

  private static func setOptions() throws(GitError) {
    var question: Phrase { Phrase("set libgit2's options") }
    // Ids are git's own promise; hashing every object again costs a quarter of a walk.
    try Calls.check(guard_set_strict_hash_verification(0), asking: question)
    // Each object is read once and copied out, so libgit2's copy would only cost memory.
    try Calls.check(guard_set_caching(0), asking: question)
    try Calls.check(guard_set_mapped_windows(32 << 20, 128 << 20), asking: question)
    // The same proposal gets the same verdict on every machine: what a person's or a machine's
    // configuration says about merging must not count. We read those files ourselves.
    try Calls.check(guard_forget_search_paths(), asking: question)
    try Calls.check(guard_allow_extensions(), asking: question)
  }
}
