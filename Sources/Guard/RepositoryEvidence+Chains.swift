public import FlowPolicy
import Git
public import GitModel
import Wording

extension RepositoryEvidence {
  public func parents(of id: ObjectID) throws(EvidenceGap) -> [ObjectID] {
    try asking(Phrase("what commit \(id.short) holds")) { () throws(GitError) in
      try repository.outline(of: id).parents
    }
  }

  public func tree(of id: ObjectID) throws(EvidenceGap) -> TreeID {
    try asking(Phrase("what commit \(id.short) holds")) { () throws(GitError) in
      try repository.outline(of: id).tree
    }
  }

  public func chain(
    from tip: ObjectID, notIn bases: [ObjectID]
  ) throws(EvidenceGap) -> [ObjectID] {
    try asking(Phrase("which commits stand on the chain of \(tip.short)")) { () throws(GitError) in
      guard bases.isEmpty else { return try repository.firstParents(from: [tip], notIn: bases)[0] }
      guard repository.isShallow else {
        return try repository.firstParentChain(from: tip).map(\.id)
      }
      var chain: [ObjectID] = []
      var current: ObjectID? = tip
      while let id = current {
        chain.append(id)
        // Where a shallow clone was cut the chain ends, and the last step has no answer.
        current = repository.isCut(id) ? nil : try repository.outline(of: id).parents.first
      }
      return chain
    }
  }
}
