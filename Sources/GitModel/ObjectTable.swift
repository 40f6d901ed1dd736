/// What a ``ObjectTable`` can be asked by.
public protocol ObjectKey: Equatable {
  /// Sixty-four bits that differ for most keys, as those of an object id do.
  var fingerprint: UInt64 { get }
}

/// A dictionary for object ids.
///
/// Swift's own looks up, for each new kind of key and at run time, how that kind hashes; in a
/// static binary one such question costs as much as opening a repository, and a hook lives for a
/// few of them. An id is a hash already, so this takes its bits. They are stirred with a number
/// that differs in every process: somebody may make commits whose ids begin alike, and such must
/// not make a table slow.
public struct ObjectTable<Key: ObjectKey, Value> {
  @usableFromInline var keys: [Key] = []
  @usableFromInline var values: [Value] = []
  /// Open addressing; each slot holds the place of an entry, or -1. Empty while there are so few
  /// entries that looking at each is quicker.
  @usableFromInline var slots: [Int32] = []

  @inlinable public init() {}

  @inlinable public var count: Int { keys.count }
  @inlinable public var isEmpty: Bool { keys.isEmpty }

  @inlinable public subscript(key: Key) -> Value? {
    get { place(of: key).map { values[$0] } }
    set {
      guard let newValue else { preconditionFailure("a table forgets all or nothing") }
      insert(newValue, for: key)
    }
  }

  @inlinable public func contains(_ key: Key) -> Bool { place(of: key) != nil }

  /// - Returns: whether the key was new; else its value is replaced.
  @inlinable @discardableResult
  public mutating func insert(_ value: Value, for key: Key) -> Bool {
    if let place = place(of: key) {
      values[place] = value
      return false
    }
    keys.append(key)
    values.append(value)
    if keys.count <= ObjectTableLayout.searched { return true }
    if keys.count * 2 > slots.count {
      rehash()
    } else {
      slots[slot(of: key)] = Int32(keys.count - 1)
    }
    return true
  }

  /// Gives each value once, in the order in which the keys came.
  @inlinable public func forEachValue(_ body: (Value) -> Void) {
    for value in values { body(value) }
  }

  @inlinable public mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
  }

  @inlinable func place(of key: Key) -> Int? {
    guard slots.isEmpty == false else {
      for place in 0..<keys.count where keys[place] == key { return place }
      return nil
    }
    let found = slots[slot(of: key)]
    return found < 0 ? nil : Int(found)
  }

  /// The slot that holds a key, or the free one where it belongs.
  @inlinable func slot(of key: Key) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: ObjectTableLayout.stirred(key.fingerprint)) & mask
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  @inlinable mutating func rehash() {
    slots = [Int32](repeating: -1, count: max(64, slots.count * 2))
    for place in 0..<keys.count { slots[slot(of: keys[place])] = Int32(place) }
  }
}

extension ObjectTable: Sendable where Key: Sendable, Value: Sendable {}

/// What all tables have in common.
@usableFromInline enum ObjectTableLayout {
  /// Up to so many entries are looked at one by one.
  @usableFromInline static let searched = 12

  /// Odd, and different in each process.
  private static let seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1

  @usableFromInline static func stirred(_ bits: UInt64) -> UInt64 {
    // The upper half of a product hangs on all bits of both factors.
    let product = (bits ^ seed).multipliedFullWidth(by: seed &* 0x9e37_79b9_7f4a_7c15 | 1)
    return product.high ^ product.low
  }
}

extension ObjectID: ObjectKey {
  public var fingerprint: UInt64 { high }
}

extension TreeID: ObjectKey {
  public var fingerprint: UInt64 { id.fingerprint }
}

/// Two objects, in their order, as the key of what was found out about them.
public struct ObjectPair: ObjectKey, Sendable {
  public let one: ObjectID
  public let other: ObjectID

  public init(_ one: ObjectID, _ other: ObjectID) {
    self.one = one
    self.other = other
  }

  public var fingerprint: UInt64 { one.fingerprint &+ other.fingerprint &* 3 }
}
