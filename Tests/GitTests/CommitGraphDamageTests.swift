import Git
import GitModel
import GuardTesting
import Testing
import Wording

/// Commit-graph files that no git wrote. None may bring the reader down or keep it busy, and one
/// that is seen to be false is as good as none: then every answer is the right one.
@Suite struct CommitGraphDamageTests {
  @Test func theFilesAreReadAtAll() throws {
    let subject = try GraphSubject(seed: 41, wild: true)
    #expect(subject.file.chunks["GDO2"] != nil && subject.file.chunks["EDGE"] != nil)
    let graph = try #require(CommitGraph(contents: [subject.file.bytes]))
    let ancestry = Ancestry(graph: graph) { id throws(GitError) in
      throw GitError(kind: .notFound, asked: "read \(id)", words: "nothing is read")
    }
    for one in subject.descent.commits {
      for other in subject.descent.commits {
        #expect(try ancestry.isAncestor(one, of: other) == subject.descent.has(one, other))
        #expect(try ancestry.mergeBases(one, other) == subject.descent.mergeBases(one, other))
      }
    }
    #expect(ancestry.isGraphFalse == false)
  }

  @Test func aFileThatIsCutShortIsNone() throws {
    let subject = try GraphSubject(seed: 42)
    for length in 0..<subject.file.bytes.count {
      let isRead = CommitGraph(contents: [Array(subject.file.bytes.prefix(length))]) != nil
      #expect(isRead == false, "\(length) bytes")
    }
    subject.expectRight(subject.file.bytes.dropLast())
    #expect(CommitGraph(contents: [subject.file.bytes + [0]]) == nil)
  }

  /// Every byte of the header and the table of contents, turned in several ways, and most of the
  /// fan-out's.
  @Test func whatIsFalseAtTheHeadIsSeen() throws {
    let subject = try GraphSubject(seed: 43)
    let fanOut = try #require(subject.file.chunks["OIDF"])
    for place in 0..<fanOut.upperBound where place < fanOut.lowerBound || place % 3 > 0 {
      for change in place < fanOut.lowerBound ? [0x01, 0x80, 0xff] : [UInt8(1 << (place % 8))] {
        var file = subject.file
        file.bytes[place] ^= change
        subject.expectRight(file.bytes, seed: UInt64(place), "byte \(place) ^ \(change)")
      }
    }
  }

  /// In ids, trees and generations one turned bit may lead to an id that no object has, which the
  /// next reader reports, but never to another answer. Dates and parents could be true as well
  /// when they are false; there the reader has only to come to an end.
  @Test func aTurnedBitIsSeenOrLeadsNowhere() throws {
    let subject = try GraphSubject(seed: 44, wild: true)
    let commits = try #require(subject.file.chunks["CDAT"])
    let fanOut = try #require(subject.file.chunks["OIDF"])
    for place in fanOut.upperBound..<subject.file.bytes.count {
      var file = subject.file
      file.bytes[place] ^= UInt8(1 << (place % 8))
      let isAboutParents = (20..<28).contains((place - commits.lowerBound) % 36)
      let isAboutDates = (31..<36).contains((place - commits.lowerBound) % 36)
      let answer = subject.answer([file.bytes], seed: UInt64(place))
      if commits.contains(place), isAboutParents || isAboutDates { continue }
      #expect(answer != .wrong, "byte \(place)")
    }
  }

  /// A false parent is seen where it is no older than its child, and records of impossible
  /// positions are seen in any case.
  @Test func falseParentsAreSeen() throws {
    let subject = try GraphSubject(seed: 45, octopus: true)
    let whole = subject.file
    let end = UInt32(whole.count)
    var tried = 0
    for commit in 0..<whole.count {
      let level = whole.word(whole.level(of: commit)) >> 2
      for number in 0...1 where whole.word(whole.parent(number, of: commit)) < end {
        let older = (0..<whole.count).filter { whole.word(whole.level(of: $0)) >> 2 >= level }
        for value in older.map(UInt32.init) + [end, end + 1, 0x6fff_ffff, 0xffff_ffff] {
          var file = whole
          file.set(whole.parent(number, of: commit), value)
          subject.expectRight(file.bytes, seed: UInt64(tried), "\(commit): \(value)")
          tried += 1
        }
      }
      var file = whole
      file.set(whole.parent(0, of: commit), GraphFile.noParent)
      file.set(whole.parent(1, of: commit), 0)
      subject.expectRight(file.bytes)
    }
    #expect(tried > 200)
  }

  @Test func listsOfParentsThatDoNotEndAreSeen() throws {
    let subject = try GraphSubject(seed: 45, octopus: true)
    let edges = try #require(subject.file.chunks["EDGE"])
    for place in stride(from: edges.lowerBound, to: edges.upperBound, by: 4) {
      var file = subject.file
      let value = file.word(place)
      guard value & 0x8000_0000 != 0 else { continue }
      for place in stride(from: edges.lowerBound, to: edges.upperBound, by: 4) {
        file.set(place, file.word(place) & 0x7fff_ffff)
      }
      subject.expectRight(file.bytes)
      file = subject.file
      file.set(place, 0x8000_0000 | UInt32(file.count))
      subject.expectRight(file.bytes)
    }
  }

  @Test func generationsThatDoNotRiseAreSeen() throws {
    let subject = try GraphSubject(seed: 46, wild: true)
    let whole = subject.file
    for commit in 0..<whole.count {
      let parents = (0...1).map { whole.word(whole.parent($0, of: commit)) }
        .filter { $0 < UInt32(whole.count) }
      guard let parent = parents.first else { continue }
      var file = whole
      file.setLevel(whole.word(whole.level(of: Int(parent))) >> 2, of: commit)
      subject.expectRight(file.bytes, "level of \(commit)")
      file = whole
      file.set(whole.start("GDA2", Int(parent), 4), 0x7fff_ffff)
      subject.expectRight(file.bytes, "date of \(parent)")
      file.set(whole.start("GDA2", Int(parent), 4), 0xffff_ffff)
      subject.expectRight(file.bytes, "date of \(parent) beyond the list")
    }
    let long = try #require(whole.chunks["GDO2"])
    var file = whole
    for place in long { file.bytes[place] = 0xff }
    subject.expectRight(file.bytes)
  }

  /// Even the first question does not rest on a generation that is false.
  @Test func noQuestionRestsOnAFalseGeneration() throws {
    let subject = try GraphSubject(seed: 50)
    for commit in 0..<subject.file.count {
      var file = subject.file
      let level = file.word(file.level(of: commit)) >> 2
      let offset = file.start("GDA2", commit, 4)
      let date = file.word(offset)
      switch commit % 3 {
      case 0: file.set(offset, date + 900_000)
      case 1: file.setLevel(level + 9, of: commit)
      default:
        file.set(offset, date > 0 ? date - 1 : 900_000)
        file.setLevel(max(1, level / 2), of: commit)
      }
      try subject.expectRightAtOnce(file.bytes, "commit \(commit)")
    }
  }

  /// Graphs of a time before generations, and commits above all of them.
  @Test(arguments: [0, 0x3fff_ffff] as [UInt32])
  func unknownGenerationsCutNothingOff(_ level: UInt32) throws {
    let subject = try GraphSubject(seed: 47)
    var all = subject.file
    for commit in 0..<all.count {
      var one = subject.file
      one.setLevel(level, of: commit)
      subject.expectRight(one.bytes, seed: UInt64(commit))
      all.setLevel(level, of: commit)
    }
    subject.expectRight(all.bytes)
    #expect(try subject.reads([all.bytes]) == 0)
  }

  /// Without generations nothing tells that history goes round in circles, but a walk ends.
  @Test func circlesEnd() throws {
    let subject = try GraphSubject(seed: 48)
    var file = subject.file
    for commit in 0..<file.count { file.setLevel(0, of: commit) }
    for commit in 0..<file.count {
      file.set(file.parent(0, of: commit), UInt32((commit + 1) % file.count))
    }
    _ = subject.answer([file.bytes])
    for commit in 0..<file.count {
      file.set(file.parent(0, of: commit), UInt32(commit))
      subject.expectRight(file.bytes, "a commit that is its own parent")
    }
  }

  /// A file that does not fit onto those below is left out, and so are all above it.
  @Test func aChainEndsBelowWhatDoesNotFit() throws {
    let subject = try GraphSubject(seed: 49, shape: .chain)
    let files = subject.files
    #expect(files.count == 3)
    var counts = [0]
    for file in files { counts.append(counts.last.map { $0 + file.count } ?? 0) }
    for broken in files.indices {
      var contents = files.map(\.bytes)
      #expect(CommitGraph(contents: contents)?.count == counts.last)
      for place in [7] + (files[broken].chunks["BASE"].map { [$0.lowerBound] } ?? []) {
        contents[broken] = files[broken].bytes
        contents[broken][place] ^= 1
        #expect(CommitGraph(contents: contents)?.count ?? 0 == counts[broken], "byte \(place)")
        #expect(subject.answer(contents) == .right)
      }
      // The name that a chain calls its file by stands at the file's end.
      contents[broken] = files[broken].bytes
      contents[broken][contents[broken].count - 1] ^= 1
      #expect(CommitGraph(contents: contents)?.count ?? 0 == counts[broken + 1])
      // No commit has parents in a file above its own.
      for commit in 0..<files[broken].count {
        var file = files[broken]
        file.set(file.parent(0, of: commit), UInt32(counts[broken + 1]))
        contents[broken] = file.bytes
        #expect(subject.answer(contents, seed: UInt64(commit)) == .right)
      }
    }
    #expect(subject.answer(files.reversed().map(\.bytes)) == .right)
  }
}
