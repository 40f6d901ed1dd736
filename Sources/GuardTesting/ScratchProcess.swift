import Foundation
import Glibc

/// How a program ended and what it printed.
public struct ScratchOutcome: Sendable, CustomStringConvertible {
  /// The exit status; 128 and the signal's number where a signal ended it.
  public let status: Int32
  public let output: [UInt8]
  public let errors: [UInt8]

  public var stdout: String { String(decoding: output, as: UTF8.self) }
  public var stderr: String { String(decoding: errors, as: UTF8.self) }
  /// The lines of standard output, without the last line's end.
  public var lines: [String] { stdout.split(separator: "\n").map(String.init) }
  /// Standard output without white space around it.
  public var text: String { stdout.trimmingCharacters(in: .whitespacesAndNewlines) }

  public var description: String { "status \(status)\n\(stdout)\n\(stderr)" }
}

/// A program that did not end as the test expects.
public struct ScratchFailure: Error, CustomStringConvertible {
  public let description: String
}

/// One program to run, its streams kept in files so that no pipe can fill up.
struct ScratchProcess {
  let executable: String
  let arguments: [String]
  let directory: String
  let environment: [String: String]

  func run(input: [UInt8], files: String) throws -> ScratchOutcome {
    let names = ["in", "out", "err"].map { files + "." + $0 }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    try Data(input).write(to: URL(fileURLWithPath: names[0]))
    let status = try wait(for: spawn(names))
    return ScratchOutcome(
      status: status, output: try Array(Data(contentsOf: URL(fileURLWithPath: names[1]))),
      errors: try Array(Data(contentsOf: URL(fileURLWithPath: names[2]))))
  }

  /// `env` changes the folder and becomes the program: posix_spawn's own way to change it is hidden
  /// from Swift. A program that is not there ends with 127, as in a shell.
  private func spawn(_ names: [String]) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, name) in names.enumerated() {
      let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(number), name, flags, 0o600)
    }
    let words = unsafe copies(["env", "-C", directory, executable] + arguments)
    let settings = unsafe copies(environment.map { $0.key + "=" + $0.value })
    defer {
      let copied = unsafe words + settings
      for place in unsafe copied.indices { unsafe Glibc.free(copied[place]) }
    }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, "env", &actions, nil, words, settings)
    guard code == 0 else {
      throw ScratchFailure(description: "\(executable) does not start: error \(code)")
    }
    return child
  }

  private func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }

  private func wait(for child: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) != child {
      guard errno == EINTR else {
        throw ScratchFailure(description: "\(executable) is lost: error \(errno)")
      }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}
