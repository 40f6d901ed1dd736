import PolicyFile
import Testing

/// The placeholder text is filled from the first run and read by eye.
@Suite("Every mistake has its sentence and its place")
struct ErrorTests {
  @Test(arguments: [("x", "y")])
  func golden(text: String, message: String) { #expect(complaint(text) == message) }
}
