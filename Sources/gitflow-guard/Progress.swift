import GitModel
import Guard

/// A line on a terminal that tells how far long work is. Nobody else sees it.
final class Progress {
  private let what: String
  private let started = Clock.monotonic()
  private var isShown = false

  init(_ what: String) { self.what = what }

  /// Whether there is somebody to tell.
  static var isSeen: Bool {
    StandardStreams.isTerminal(.error) && Environment.all()["TERM"] != "dumb"
  }

  func tell(_ done: Int, of all: Int) {
    // What is over in a moment needs no line.
    guard Clock.monotonic() - started > 0.5 else { return }
    isShown = true
    _ = try? StandardStreams.write(
      "\r\(what): \(done) of \(all) steps, \(100 * done / max(1, all)) %\u{1b}[K", to: .error)
  }

  func clear() {
    guard isShown else { return }
    _ = try? StandardStreams.write("\r\u{1b}[K", to: .error)
    isShown = false
  }
}
