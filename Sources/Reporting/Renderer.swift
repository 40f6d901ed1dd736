/// Writes a report down in one format for people.
public protocol Renderer: Sendable {
  /// The report as UTF-8 with its final newline; empty where this format has nothing to say.
  func render(_ report: Report) -> [UInt8]
}

/// Writes what a command found in one format for other programs.
public protocol ReportRenderer: Sendable {
  /// The reports on all repositories of one command as one document, in UTF-8.
  func render(_ reports: [Report]) -> [UInt8]

  /// Why there is no report, so that whoever reads the document does not take it for a success.
  func render(_ failure: NoVerdict) -> [UInt8]
}
