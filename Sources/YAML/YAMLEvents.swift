internal import CYAML
import Wording

/// One event of a YAML text, copied out of libyaml.
struct YAMLEvent {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case alias(String)
    /// `plain` is false for quoted and block scalars, which are always text.
    case scalar(String, plain: Bool)
    case listStart, listEnd, mappingStart, mappingEnd
  }

  let kind: Kind
  let place: Place
  let anchor: String?
  let tag: String?
}

/// libyaml's event parser, made safe: it owns the parser and a copy of the text, frees both, and
/// hands out values only. This file is the only one that touches libyaml or a pointer.
@safe struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml keeps a pointer to its input, so the text must stand still as long as the parser.
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) throws(Problem) {
    unsafe parser = .allocate(capacity: 1)
    unsafe text = .allocate(capacity: max(1, bytes.count))
    _ = unsafe text.initialize(from: bytes)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe text.deallocate()
      throw Problem(.start, Phrase("there is no memory left to read the file"))
    }
    // A fixed encoding: else libyaml would take a text with another byte order mark for UTF-16.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event. Not to be called after `streamEnd` or an error.
  mutating func next() throws(Problem) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw syntaxProblem() }
    defer { unsafe yaml_event_delete(&event) }
    let place = unsafe Self.place(event.start_mark)
    var anchor: String?
    var tag: String?
    let kind: YAMLEvent.Kind
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_STREAM_END_EVENT: kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT:
      kind = .alias(unsafe Self.string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let content = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let value = unsafe String(decoding: content, as: UTF8.self)
      guard unsafe value.utf8.elementsEqual(content) else {
        throw Problem(place, Phrase("this value is not UTF-8"))
      }
      unsafe (anchor, tag) = (Self.string(scalar.anchor), Self.string(scalar.tag))
      kind = .scalar(value, plain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      unsafe (anchor, tag) = (Self.string(start.anchor), Self.string(start.tag))
      kind = .listStart
    case YAML_SEQUENCE_END_EVENT: kind = .listEnd
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      unsafe (anchor, tag) = (Self.string(start.anchor), Self.string(start.tag))
      kind = .mappingStart
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: throw Problem(place, Phrase("libyaml reported something unknown here"))
    }
    return YAMLEvent(kind: kind, place: place, anchor: anchor, tag: tag)
  }

  /// Why libyaml stopped, in one sentence.
  private func syntaxProblem() -> Problem {
    let state = unsafe parser.pointee
    guard unsafe state.error != YAML_MEMORY_ERROR else {
      return Problem(.start, Phrase("there is no memory left to read the file"))
    }
    let problem =
      unsafe Self.string(state.problem).map { Phrase(verbatim: $0) } ?? Phrase("it can't be read")
    let context = unsafe Self.string(state.context)
    let words = context.map { Phrase(verbatim: "\($0), ") + problem } ?? problem
    let message =
      switch context {
      case "while scanning an alias":
        Phrase("not valid YAML: \(words); put a pattern that begins with * in quotation marks")
      case "while scanning for the next token":
        Phrase(
          """
          not valid YAML: \(words); indent with spaces, and put a value that begins with @, ` or % \
          in quotation marks
          """)
      default: Phrase("not valid YAML: \(words)")
      }
    return Problem(unsafe Self.place(state.problem_mark), message)
  }

  private static func place(_ mark: yaml_mark_t) -> Place {
    Place(line: mark.line + 1, column: mark.column + 1)
  }

  /// A C string of libyaml's, or nil where there is none.
  private static func string(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }
}
