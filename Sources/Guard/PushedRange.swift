import FlowPolicy
import Git
import GitModel
import Wording

/// A range that was or will be pushed: `verify --range OLD..NEW --ref NAME`.
public struct PushedRange {
  /// `OLD..NEW`; all zeros stand for a branch that is made or deleted.
  public let range: String
  /// The branch that moves, as `develop` or `refs/heads/develop`.
  public let ref: String

  public init(range: String, ref: String) {
    self.range = range
    self.ref = ref
  }

  public func draft(in session: Session) throws(Failure) -> MergeRequest.Drafted {
    let halves = range.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard halves.count == 3, halves[1].isEmpty, halves[0].isEmpty == false,
      halves[2].isEmpty == false
    else {
      // A revision may hold dots itself, so the two dots are looked for as a pair.
      return try draft(split(), in: session)
    }
    return try draft((halves[0], halves[2]), in: session)
  }

  private func split() throws(Failure) -> (String, String) {
    let characters = Array(range)
    for place in characters.indices.dropLast() where place > 0 {
      guard characters[place] == ".", characters[place + 1] == ".",
        place + 2 < characters.count, characters[place + 2] != "."
      else { continue }
      return (String(characters[..<place]), String(characters[(place + 2)...]))
    }
    throw Failure.usage(Phrase("--range takes OLD..NEW, not \"\(Visible.text(range))\""))
  }

  private func draft(
    _ ends: (String, String), in session: Session
  ) throws(Failure) -> MergeRequest.Drafted {
    let name = ref.hasPrefix("refs/") ? RefName(ref) : RefName.branch(BranchName(ref))
    let before = try commit(ends.0, session)
    let after = try commit(ends.1, session)
    let move = RefMove(ref: name, before: before, after: after)
    let proposal = Proposal(
      occasion: try hasMoved(name, to: after, session) ? .moved : .push, moves: [move],
      actor: nil, today: session.today, remote: session.remote)
    let title = Phrase(verbatim: name.branch?.description ?? name.description)
    return MergeRequest.Drafted(proposal: proposal, title: title, notes: [])
  }

  private func commit(_ text: String, _ session: Session) throws(Failure) -> ObjectID? {
    if text.count >= 40, text.allSatisfy({ $0 == "0" }) { return nil }
    let found = try session.reading { () throws(GitError) in
      try session.repository.resolve(revision: text)
    }
    // A full id that is not here is still a name; the rules say what its absence leaves open.
    if let id = found ?? ObjectID(text) { return id }
    throw Failure.notFound(
      Phrase("there is no commit \"\(Visible.text(text))\" here (--range)"),
      remedy: session.remote.map { ["git fetch \($0)"].verbatim } ?? [])
  }

  /// Whether the branch stands at the new commit, or beyond it, already.
  private func hasMoved(
    _ ref: RefName, to after: ObjectID?, _ session: Session
  ) throws(Failure) -> Bool {
    guard let after, let name = ref.branch else { return false }
    return try session.reading { () throws(GitError) in
      for branch in try session.repository.branches()
      where branch.name == name && (session.remote == nil || branch.remote == session.remote) {
        if try session.repository.isAncestor(after, of: branch.tip) { return true }
      }
      return false
    }
  }
}
