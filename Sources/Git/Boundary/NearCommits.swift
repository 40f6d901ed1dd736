import GitModel
import Synchronization

/// What a short walk reads of a large graph and notes down about it, all of a commit in one place.
///
/// A commit's line, its date and the walk's marks lie in three pages that nothing else has touched,
/// and to have a page mapped costs four times what reading so few bytes of a file does. A long walk
/// gets to all pages anyway: once there is no room left here, it goes on in the files themselves.
@safe struct NearCommits: ~Copyable {
  struct Commit {
    /// Its position and one; 0 where no commit stands.
    fileprivate var key: UInt32 = 0
    let tree: TreeID
    let line: GraphLine
    /// The word of its corrected date; 0 where the graph has none.
    let date: UInt32
    var marks: UInt8 = 0

    init(_ position: UInt32, _ tree: TreeID, _ line: GraphLine, date: UInt32) {
      key = position + 1
      self.tree = tree
      self.line = line
      self.date = date
    }

    fileprivate init() {
      tree = TreeID(ObjectID(high: 0, middle: 0, low: 0))
      line = GraphLine(first: 0, second: 0, packed: 0)
      date = 0
    }
  }

  private let start: UnsafeMutablePointer<Commit>
  private let room: Int
  /// How many commits stand here; more than there is room for once it is closed.
  private let count: Atomic<Int>

  /// - Parameter room: For how many commits, at most half of the table.
  init(room: Int) {
    self.room = min(room, Self.size / 2)
    count = Atomic(room > 0 ? 0 : Self.size)
    unsafe start = .allocate(capacity: Self.size)
    if room > 0 { unsafe start.initialize(repeating: Commit(), count: Self.size) }
  }

  deinit { unsafe start.deallocate() }

  /// Whether commits are looked for here.
  var isOpen: Bool { count.load(ordering: .relaxed) < Self.size }

  var hasRoom: Bool { count.load(ordering: .relaxed) < room }

  /// Where a commit stands or would stand.
  func place(of position: UInt32) -> (place: Int, isTaken: Bool) {
    // The upper bits of a product by the golden ratio are spread well.
    var place = Int((position &* 0x9e37_79b1) >> 26)
    while true {
      let key = self[place].key
      if key == 0 || key == position + 1 { return (place, key != 0) }
      place = (place + 1) % Self.size
    }
  }

  subscript(_ place: Int) -> Commit {
    get {
      precondition(isOpen && place >= 0 && place < Self.size, "a place outside of the table")
      return unsafe start[place]
    }
    nonmutating set {
      precondition(isOpen && place >= 0 && place < Self.size, "a place outside of the table")
      unsafe start[place] = newValue
    }
  }

  /// Puts a commit where there was none.
  func add(_ commit: Commit, at place: Int) {
    self[place] = commit
    count.store(count.load(ordering: .relaxed) + 1, ordering: .relaxed)
  }

  /// From now on nothing is looked for here.
  ///
  /// - Parameter keep: Is told of the marks of each commit.
  func close(_ keep: (_ position: UInt32, _ marks: UInt8) -> Void) {
    for place in 0..<Self.size where self[place].key != 0 {
      keep(self[place].key - 1, self[place].marks)
    }
    count.store(Self.size, ordering: .relaxed)
  }

  private static let size = 64
}
