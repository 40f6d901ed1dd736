/// A dictionary of a few entries, searched one by one.
///
/// Most policies have four lanes and no more; Swift's dictionary costs more to set up for a new
/// kind of key than a whole judgement asks of it.
public struct ShortMap<Key: Hashable, Value> {
  @usableFromInline var known: [Key] = []
  @usableFromInline var kept: [Value] = []

  @inlinable public init() {}

  @inlinable public var isEmpty: Bool { known.isEmpty }
  @inlinable public var count: Int { known.count }
  /// In the order in which they came, as ``values``.
  @inlinable public var keys: [Key] { known }
  @inlinable public var values: [Value] { kept }

  @inlinable public subscript(key: Key) -> Value? {
    get {
      for place in 0..<known.count where known[place] == key { return kept[place] }
      return nil
    }
    set {
      for place in 0..<known.count where known[place] == key {
        if let newValue {
          kept[place] = newValue
        } else {
          known.remove(at: place)
          kept.remove(at: place)
        }
        return
      }
      guard let newValue else { return }
      known.append(key)
      kept.append(newValue)
    }
  }

  /// The entries in the order in which they came.
  public var entries: [(key: Key, value: Value)] {
    keys.indices.map { (keys[$0], values[$0]) }
  }
}

extension ShortMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral entries: (Key, Value)...) {
    for (key, value) in entries { self[key] = value }
  }
}

extension ShortMap: Sendable where Key: Sendable, Value: Sendable {}

/// As with a dictionary, the order does not count.
extension ShortMap: Equatable where Value: Equatable {
  public static func == (one: ShortMap, other: ShortMap) -> Bool {
    one.count == other.count && one.keys.allSatisfy { one[$0] == other[$0] }
  }
}

extension ShortMap: Hashable where Value: Hashable {
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (key, value) in zip(keys, values) {
      var entry = hasher
      entry.combine(key)
      entry.combine(value)
      sum ^= entry.finalize()
    }
    hasher.combine(sum)
  }
}
