import GitModel
import Guard
import Reporting
import Wording

/// A line on a terminal that tells how far long work is. Nobody else sees it.
final class Progress {
  private let line: ProgressLine
  private let started = Clock.monotonic()
  private var isShown = false

  init(_ what: Phrase) {
    line = ProgressLine(
      what: what, columns: Console.columns(of: .error, Environment.all()),
      language: Spoken.language)
  }

  /// Whether there is somebody to tell.
  static var isSeen: Bool {
    StandardStreams.isTerminal(.error) && Environment.all()["TERM"] != "dumb"
  }

  func tell(_ done: Int, of all: Int) {
    // What is over in a moment needs no line.
    guard Clock.monotonic() - started > 0.5 else { return }
    isShown = true
    _ = try? StandardStreams.write(line.text(done, of: all), to: .error)
  }

  func clear() {
    guard isShown else { return }
    _ = try? StandardStreams.write(ProgressLine.cleared, to: .error)
    isShown = false
  }
}
