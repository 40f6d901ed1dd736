internal import FlowPolicy
internal import GitModel

/// The journals that were read last. A history is judged step by step, and what stands before one
/// step stands after another; two versions of a journal have most in common.
public final class RecentJournals {
  private final class Item {
    let blob: ObjectID
    let text: JournalText

    init(blob: ObjectID, text: JournalText) {
      self.blob = blob
      self.text = text
    }
  }

  /// The latest last.
  private var items: [Item] = []
  private var size = 0

  private static let most = 8
  /// In bytes of the texts. The latest is kept whatever its size.
  private static let largest = 8 << 20

  /// Whether every journal is read and compared as a whole, which must come to the same.
  let isThorough: Bool

  public init() { isThorough = false }

  init(isThorough: Bool) { self.isThorough = isThorough }

  func find(_ blob: ObjectID, at path: TreePath, sections: [String]) -> JournalText? {
    items.last { $0.blob == blob && $0.text.isOf(path, sections: sections) }?.text
  }

  /// The version of a journal that was read last.
  func find(at path: TreePath, sections: [String]) -> JournalText? {
    items.last { $0.text.isOf(path, sections: sections) }?.text
  }

  func keep(_ text: JournalText, of blob: ObjectID) {
    guard isThorough == false else { return }
    items.append(Item(blob: blob, text: text))
    size += text.lines.text.count
    while items.count > 1, items.count > Self.most || size > Self.largest {
      size -= items.removeFirst().text.lines.text.count
    }
  }
}

extension JournalText {
  fileprivate func isOf(_ path: TreePath, sections: [String]) -> Bool {
    self.path == path && names == sections
  }
}
