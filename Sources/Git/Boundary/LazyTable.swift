import Glibc

/// A table of bytes, all zero at first, of which only the pages that are written to take memory.
@safe struct LazyTable: ~Copyable {
  private let start: UnsafeMutablePointer<UInt8>
  private let count: Int

  /// `nil` where the system gives no room.
  init?(count: Int) {
    let made = unsafe mmap(
      nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
    guard count > 0, unsafe made != MAP_FAILED, let made = unsafe made else { return nil }
    unsafe start = made.bindMemory(to: UInt8.self, capacity: count)
    self.count = count
  }

  deinit { unsafe munmap(start, count) }

  subscript(_ place: Int) -> UInt8 {
    get {
      precondition(place >= 0 && place < count, "a place outside of the table")
      return unsafe start[place]
    }
    nonmutating set {
      precondition(place >= 0 && place < count, "a place outside of the table")
      unsafe start[place] = newValue
    }
  }
}
