@unsafe @preconcurrency import Glibc

/// A program that a person asked for, such as their editor. The guard starts nothing else.
enum ChildProcess {
  /// Runs a program with this process's own streams and environment and waits for its end.
  /// Meanwhile an interrupt from the keyboard is the program's alone, as with git's editor.
  ///
  /// - Returns: its exit code; 128 and the signal's number where a signal ended it.
  static func run(_ words: [String]) throws(FileError) -> Int32 {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGPIPE] { unsafe sigaddset(&usual, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      _ = signal(SIGINT, interrupt)
      _ = signal(SIGQUIT, quit)
    }
    var arguments = unsafe words.map { unsafe strdup($0) }
    unsafe arguments.append(nil)
    defer { for index in words.indices { unsafe free(arguments[index]) } }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, words[0], nil, &attributes, arguments, environ)
    guard code == 0 else { throw FileError(.start, words[0], .system(code)) }
    var status: Int32 = 0
    guard retrying({ unsafe waitpid(child, &status, 0) }) == child else {
      throw .last(.start, words[0])
    }
    let ending = status & 0x7f
    return ending == 0 ? (status >> 8) & 0xff : 128 + ending
  }
}
