/// Writes a report down in one format.
public protocol Renderer: Sendable {
  /// The report as UTF-8 with its final newline; empty where this format has nothing to say.
  func render(_ report: Report) -> [UInt8]
}
