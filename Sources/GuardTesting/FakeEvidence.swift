public import FlowPolicy
public import GitModel
import Journal
import PolicyFile
import Wording

extension FakeHistory: Evidence {
  public func commit(_ id: ObjectID) throws(EvidenceGap) -> Commit {
    guard missing.contains(id) == false, let commit = commits[id] else {
      throw EvidenceGap(
        question: "what \(id.short) is", reason: .shallow, remedy: ["git fetch --unshallow"])
    }
    return commit
  }

  public func isAncestor(_ old: ObjectID, of new: ObjectID) throws(EvidenceGap) -> Bool {
    try ancestors(of: new).contains(old)
  }

  public func firstParents(
    from tips: [ObjectID], notIn bases: [ObjectID]
  ) throws(EvidenceGap) -> [[ObjectID]] {
    var held: Set<ObjectID> = []
    for base in bases { held.formUnion(try ancestors(of: base)) }
    var chains: [[ObjectID]] = []
    for tip in tips {
      var chain: [ObjectID] = []
      var current: ObjectID? = tip
      while let id = current, held.contains(id) == false {
        chain.append(id)
        current = try commit(id).firstParent
      }
      chains.append(chain)
    }
    return chains
  }

  public func mergeBase(_ one: ObjectID, _ other: ObjectID) throws(EvidenceGap) -> ObjectID? {
    let common = try ancestors(of: one).intersection(ancestors(of: other))
    for candidate in common {
      var isBest = true
      for rival in common where rival != candidate {
        if try ancestors(of: rival).contains(candidate) { isBest = false }
      }
      if isBest { return candidate }
    }
    return nil
  }

  public func changes(from: TreeID?, to: TreeID) throws(EvidenceGap) -> [PathChange] {
    let old = from.map { table($0) } ?? [:]
    let new = table(to)
    return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map {
      PathChange(path: $0, before: entry(old[$0]), after: entry(new[$0]))
    }
  }

  private func entry(_ text: String?) -> TreeEntry? {
    text.map { TreeEntry(kind: .regular, id: blob($0)) }
  }

  public func entry(at path: TreePath, in tree: TreeID) throws(EvidenceGap) -> TreeEntry? {
    let table = table(tree)
    if let text = table[path] { return entry(text) }
    let below = table.filter { $0.key.isInside(path) }
    guard below.isEmpty == false else { return nil }
    return TreeEntry(kind: .folder, id: self.tree(below).id)
  }

  public func size(of blob: ObjectID) throws(EvidenceGap) -> Int64 { Int64(text(blob).utf8.count) }

  public func automaticMerge(
    of ours: ObjectID, and theirs: ObjectID
  ) throws(EvidenceGap) -> MergeOutcome {
    let base = try mergeBase(ours, theirs).map { table(of: $0) } ?? [:]
    let (merged, conflicts) = merge(base, table(of: ours), table(of: theirs))
    return MergeOutcome(tree: tree(merged), conflicts: conflicts)
  }

  public func mergeDifference(
    of result: TreeID, ours: ObjectID, theirs: ObjectID
  ) throws(EvidenceGap) -> MergeDifference {
    let merge = try automaticMerge(of: ours, and: theirs)
    let changes = try changes(from: merge.tree, to: result)
    return MergeDifference(
      changes: changes.filter { merge.conflicts.contains($0.path) == false },
      leftOut: merge.conflicts.map { .init(path: $0, reason: .conflict) })
  }

  public func branches() throws(EvidenceGap) -> [Branch] {
    arrivals
      + refs.map { ref, tip in
        if let name = ref.branch { return Branch(ref: ref, name: name, remote: nil, tip: tip) }
        // refs/remotes/REMOTE/NAME
        let parts = ref.bytes.split(separator: UInt8(ascii: "/"), maxSplits: 3)
        let name = BranchName(bytes: Array(parts[3]))
        return Branch(
          ref: ref, name: name, remote: String(decoding: parts[2], as: UTF8.self), tip: tip)
      }
  }

  public func branchesOnceAt(_ head: ObjectID) throws(EvidenceGap) -> [BranchName] {
    reflogs.filter { $0.value.contains(head) }.map(\.key).sorted()
  }

  public func journalChange(
    from: TreeID?, to: TreeID, experiments: Experiments
  ) throws(EvidenceGap) -> JournalChange {
    try JournalComparison.find(
      in: changes(from: from, to: to), experiments: experiments,
      template: {
        var template = Template.empty
        for tree in [from, to].compactMap({ $0 }) {
          let found = table(tree).first { Template.isTemplate($0.key, in: experiments.directory) }
          if let found {
            let bytes = Array(found.value.utf8)
            template.formUnion(Template(bytes, sections: experiments.sections))
          }
        }
        return template
      },
      read: { id, limit in
        let bytes = Array(text(id).utf8)
        return bytes.count > limit ? .tooLarge(Int64(bytes.count)) : .bytes(bytes)
      })
  }

  public func baseline(_ digits: String) throws(EvidenceGap) -> ObjectID {
    guard let found = commits.keys.first(where: { $0.hex.hasPrefix(digits) }) else {
      throw EvidenceGap(question: "which commit \(digits) is", reason: .missing, remedy: [])
    }
    return found
  }

  public func policy(in tree: TreeID) throws(EvidenceGap) -> Policy? {
    table(tree)[".gitflow-guard.yml"].flatMap {
      try? PolicyFile.read(Array($0.utf8), file: ".gitflow-guard.yml")
    }
  }

  public func policyFile(in tree: TreeID) throws(EvidenceGap) -> PolicyFileState {
    guard let text = table(tree)[".gitflow-guard.yml"] else { return .absent }
    return text.hasPrefix("invalid")
      ? .invalid(blob(text), problem: ".gitflow-guard.yml:1:1: \(text)") : .valid(blob(text))
  }
}
