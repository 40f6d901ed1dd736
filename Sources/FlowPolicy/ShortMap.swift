/// A dictionary of a few entries, searched one by one.
///
/// Most policies have four lanes and no more; Swift's dictionary costs more to set up for a new
/// kind of key than a whole judgement asks of it.
public struct ShortMap<Key: Hashable, Value> {
  public internal(set) var keys: [Key] = []
  public internal(set) var values: [Value] = []

  public init() {}

  public var isEmpty: Bool { keys.isEmpty }
  public var count: Int { keys.count }

  public subscript(key: Key) -> Value? {
    get {
      for place in keys.indices where keys[place] == key { return values[place] }
      return nil
    }
    set {
      for place in keys.indices where keys[place] == key {
        if let newValue {
          values[place] = newValue
        } else {
          keys.remove(at: place)
          values.remove(at: place)
        }
        return
      }
      guard let newValue else { return }
      keys.append(key)
      values.append(newValue)
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
