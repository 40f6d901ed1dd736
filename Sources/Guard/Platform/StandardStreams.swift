import Glibc

/// Standard input, output and error as bytes.
public enum StandardStreams {
  public enum Stream: Int32, Sendable {
    case output = 1
    case error = 2
  }

  public enum Outcome: Hashable, Sendable {
    case written
    /// The reader has gone, as `| head` does. Nothing more needs writing, and it is no failure.
    case readerGone
  }

  /// Lets a write to a reader that has gone return instead of ending the process. To be called
  /// once at the start; without it ``Outcome/readerGone`` is never seen.
  public static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Writes everything, through interruptions and short writes.
  @discardableResult
  public static func write(_ bytes: [UInt8], to stream: Stream) throws(FileError) -> Outcome {
    try write(bytes, to: stream.rawValue, of: stream == .output ? .standardOutput : .standardError)
  }

  @discardableResult
  public static func write(_ text: String, to stream: Stream) throws(FileError) -> Outcome {
    try write(Array(text.utf8), to: stream)
  }

  static func write(
    _ bytes: [UInt8], to number: Int32, of subject: FileError.Subject
  ) throws(FileError) -> Outcome {
    do {
      try Descriptor.write(bytes, to: number, of: subject)
      return .written
    } catch  where error.code == EPIPE {
      return .readerGone
    }
  }

  /// All of standard input. More than `limit` bytes are an error, never a cut.
  public static func readInput(limit: Int) throws(FileError) -> [UInt8] {
    try Descriptor.readAll(0, of: .standardInput, limit: limit)
  }

  /// Whether a person sees the stream.
  public static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// How many columns the stream's terminal has; nil where it is none, or does not say.
  public static func columns(of stream: Stream) -> Int? {
    var size = winsize()
    guard unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Whether a person types standard input.
  public static var isInputTerminal: Bool { isatty(0) == 1 }
}
