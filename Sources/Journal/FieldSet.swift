internal import FlowPolicy

/// Some of the fields that an entry may give. Every heading of a journal has one, and most are
/// empty or name common fields alone: those are bits.
struct FieldSet {
  enum Field {
    case common(EntryField)
    /// One that the policy asks for by a name of its own, as its key.
    case own(String)
  }

  /// Those that just say where the experiment comes from.
  private var origins: UInt16 = 0
  /// Those that describe it.
  private var describing: UInt16 = 0
  private var own: Set<String> = []

  mutating func insert(_ field: Field) {
    switch field {
    case .common(let field) where field.isOrigin: origins |= Self.bit(field)
    case .common(let field): describing |= Self.bit(field)
    case .own(let key): own.insert(key)
    }
  }

  mutating func formUnion(_ other: FieldSet) {
    origins |= other.origins
    describing |= other.describing
    if other.own.isEmpty == false { own.formUnion(other.own) }
  }

  var count: Int { origins.nonzeroBitCount + countDescribing }

  /// How many of them describe the experiment and do not just say where it comes from.
  var countDescribing: Int { describing.nonzeroBitCount + own.count }

  private static func bit(_ field: EntryField) -> UInt16 {
    switch field {
    case .branch: 1
    case .author: 1 << 1
    case .date: 1 << 2
    case .base: 1 << 3
    case .commits: 1 << 4
    case .hypothesis: 1 << 5
    case .data: 1 << 6
    case .metrics: 1 << 7
    case .result: 1 << 8
    case .conclusion: 1 << 9
    }
  }
}
