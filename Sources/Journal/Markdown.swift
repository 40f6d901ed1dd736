internal import CMarkdown

/// A Markdown text as cmark-gfm reads it, with tables. This is the only file that touches the
/// library or a pointer; it frees what it takes and hands out values.
@safe struct Markdown: ~Copyable {
  private typealias Node = OpaquePointer

  private let root: Node?

  init(_ bytes: ArraySlice<UInt8>) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = unsafe cmark_parser_new(CMARK_OPT_VALIDATE_UTF8)
    if let table = unsafe cmark_find_syntax_extension("table") {
      _ = unsafe cmark_parser_attach_syntax_extension(parser, table)
    }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { text in
        unsafe cmark_parser_feed(parser, text.baseAddress, text.count)
      }
    }
    unsafe root = cmark_parser_finish(parser)
    unsafe cmark_parser_free(parser)
  }

  deinit { unsafe cmark_node_free(root) }

  /// The blocks of the text in order. What HTML comments hide is left out.
  ///
  /// - Parameter isBrief: only what tells sections apart: headings, the names of fields, and
  ///   whether there is anything to read.
  func blocks(isBrief: Bool = false) -> [Block] {
    var walk = Walk(isBrief: isBrief)
    unsafe walk.children(of: root, depth: 0)
    return walk.blocks
  }

  /// Collects blocks from the tree. Deeper than ``deepest`` nothing is read: nobody writes an
  /// entry there, and a hostile text must not exhaust the stack.
  @safe private struct Walk {
    static let deepest = 40

    let isBrief: Bool
    var blocks: [Block] = []
    private var items = 0
    private var item = 0

    init(isBrief: Bool) { self.isBrief = isBrief }

    mutating func children(of parent: Node?, depth: Int) {
      guard depth < Self.deepest else { return }
      var next = unsafe cmark_node_first_child(parent)
      while let node = unsafe next {
        unsafe block(node, depth: depth)
        unsafe next = cmark_node_next(node)
      }
    }

    private mutating func block(_ node: Node, depth: Int) {
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_HEADING:
        let text = unsafe Inlines(node, isBrief: false).text
        // Only the document's own headings make sections.
        let level = depth == 0 ? Int(unsafe cmark_node_get_heading_level(node)) : 0
        unsafe add(level == 0 ? .text(text) : .heading(level: level, text: text), node, depth)
      case CMARK_NODE_PARAGRAPH:
        let lines = unsafe Inlines(node, isBrief: isBrief).lines
        unsafe add(.paragraph(lines), node, depth)
      case CMARK_NODE_CODE_BLOCK:
        unsafe add(.text(isBrief ? "x" : literal(node)), node, depth)
      case CMARK_NODE_HTML_BLOCK:
        let text = unsafe HTML.visible(literal(node))
        if text.isEmpty == false { unsafe add(.text(text), node, depth) }
      case CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE:
        unsafe children(of: node, depth: depth + 1)
      case CMARK_NODE_ITEM:
        let outer = item
        items += 1
        item = items
        unsafe children(of: node, depth: depth + 1)
        item = outer
      case CMARK_NODE_THEMATIC_BREAK: unsafe add(.rule, node, depth)
      default:
        if unsafe name(node) == "table" { unsafe add(.table(rows(of: node)), node, depth) }
      }
    }

    private mutating func add(_ kind: Block.Kind, _ node: Node, _ depth: Int) {
      let line = Int(unsafe cmark_node_get_start_line(node))
      blocks.append(Block(kind: kind, line: line, depth: depth, item: item))
    }

    private func rows(of table: Node) -> [[String]] {
      var rows: [[String]] = []
      var row = unsafe cmark_node_first_child(table)
      while let node = unsafe row {
        var cells: [String] = []
        var cell = unsafe cmark_node_first_child(node)
        while let inner = unsafe cell {
          cells.append(
            unsafe Inlines(inner, isBrief: false).text)
          unsafe cell = cmark_node_next(inner)
        }
        rows.append(cells)
        unsafe row = cmark_node_next(node)
      }
      return rows
    }
  }

  /// The lines of a paragraph, heading or cell.
  @safe private struct Inlines {
    private(set) var lines: [Line] = []
    private var bold: String?
    private var rest = ""
    private let isBrief: Bool

    init(_ parent: Node, isBrief: Bool) {
      self.isBrief = isBrief
      unsafe children(of: parent, depth: 0)
      endLine()
    }

    /// All lines as one.
    var text: String {
      lines.count == 1 ? lines[0].text : lines.map(\.text).joined(by: " ")
    }

    private mutating func endLine() {
      if bold != nil || rest.isEmpty == false { lines.append(Line(bold: bold, rest: rest)) }
      (bold, rest) = (nil, "")
    }

    private mutating func children(of parent: Node, depth: Int) {
      guard depth < Walk.deepest else { return }
      var next = unsafe cmark_node_first_child(parent)
      while let node = unsafe next {
        unsafe inline(node, depth: depth)
        unsafe next = cmark_node_next(node)
      }
    }

    private mutating func inline(_ node: Node, depth: Int) {
      switch unsafe cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        // Briefly, the rest of a line only has to be there.
        if isBrief, rest.isEmpty == false { return }
        rest += unsafe literal(node)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: endLine()
      case CMARK_NODE_HTML_INLINE:
        if unsafe literal(node).lowercased().hasPrefix("<br") { endLine() }
      case CMARK_NODE_STRONG where depth == 0 && bold == nil && Blank.isBlank(rest):
        let inner = unsafe Inlines(node, isBrief: false)
        (bold, rest) = (inner.text, "")
      default: unsafe children(of: node, depth: depth + 1)
      }
    }
  }

  private static func literal(_ node: Node) -> String {
    guard let text = unsafe cmark_node_get_literal(node) else { return "" }
    return unsafe String(cString: text)
  }

  private static func name(_ node: Node) -> String {
    guard let text = unsafe cmark_node_get_type_string(node) else { return "" }
    return unsafe String(cString: text)
  }
}
