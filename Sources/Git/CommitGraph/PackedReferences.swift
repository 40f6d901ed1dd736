/// git's `packed-refs`: a line for each reference, forty digits and a space before its name. A
/// line that begins with `^` tells more about the one before.
struct PackedReferences {
  private let end: Int
  /// What a name has to begin with.
  private let wanted: [UInt8]

  /// Whether a reference's name begins so. A file that says that it is sorted is not read as a
  /// whole.
  static func hasAny(under start: String, in path: String) -> Bool {
    guard let file = MappedFiles([[path]]) else { return false }
    let references = PackedReferences(
      end: file.files[0].end, wanted: Array(start.utf8))
    return references.hasAny(in: file)
  }

  private func hasAny(in file: borrowing MappedFiles) -> Bool {
    let isHeaded = file.byte(at: 0) == UInt8(ascii: "#")
    var low = isHeaded ? lineEnd(0, file) : 0
    guard isHeaded, isSorted(low, file) else {
      while low < end {
        if begins(low, file) { return true }
        low = lineEnd(low, file)
      }
      return false
    }
    // The first name that is not before the wanted ones lies between these two.
    var high = end
    while high - low > Self.fewBytes {
      let middle = entry(around: low + (high - low) / 2, from: low, file)
      if middle > low, isBefore(middle, file) == false {
        high = middle
      } else {
        let next = entry(after: middle, file)
        guard next < high, isBefore(next, file) else {
          high = min(high, next)
          low = middle
          break
        }
        low = next
      }
    }
    while low < end, isPeeled(low, file) || isBefore(low, file) { low = lineEnd(low, file) }
    return low < end && begins(low, file)
  }

  private func isSorted(_ headerEnd: Int, _ file: borrowing MappedFiles) -> Bool {
    var header: [UInt8] = []
    for place in 0..<min(headerEnd, Self.longestHeader) { header.append(file.byte(at: place)) }
    return header.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .contains { $0.elementsEqual("sorted".utf8) }
  }

  private func lineEnd(_ place: Int, _ file: borrowing MappedFiles) -> Int {
    var place = place
    while place < end {
      place += 1
      if file.byte(at: place - 1) == UInt8(ascii: "\n") { return place }
    }
    return end
  }

  private func entry(around place: Int, from low: Int, _ file: borrowing MappedFiles) -> Int {
    var place = place
    while place > low {
      if file.byte(at: place - 1) == UInt8(ascii: "\n"), isPeeled(place, file) == false { break }
      place -= 1
    }
    return place
  }

  private func entry(after place: Int, _ file: borrowing MappedFiles) -> Int {
    var place = lineEnd(place, file)
    while place < end, isPeeled(place, file) { place = lineEnd(place, file) }
    return place
  }

  private func isPeeled(_ line: Int, _ file: borrowing MappedFiles) -> Bool {
    file.byte(at: line) == UInt8(ascii: "^")
  }

  private func isBefore(_ line: Int, _ file: borrowing MappedFiles) -> Bool {
    for (offset, byte) in wanted.enumerated() {
      let place = line + Self.idSize + offset
      guard place < end else { return true }
      let found = file.byte(at: place)
      if found != byte { return found < byte }
    }
    return false
  }

  private func begins(_ line: Int, _ file: borrowing MappedFiles) -> Bool {
    guard line + Self.idSize + wanted.count <= end, isPeeled(line, file) == false else {
      return false
    }
    return wanted.indices.allSatisfy {
      file.byte(at: line + Self.idSize + $0) == wanted[$0]
    }
  }

  private static let idSize = 41
  private static let fewBytes = 512
  private static let longestHeader = 256
}
