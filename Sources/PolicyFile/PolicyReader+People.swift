internal import FlowPolicy
internal import GitModel
import Wording
internal import YAML

/// The sections about people: who they are, and what they allowed.
extension PolicyReader {
  static func owners(_ node: Node) throws(Problem) -> [String: [String]] {
    var result: [String: [String]] = [:]
    var holders: [String: String] = [:]
    let example = "{ anna: [anna@example.org, \"@anna\"] }"
    for entry in try node.mapping(
      "owners", such: example, second: { Phrase("a second owner \($0)") })
    {
      let owner = try entry.key.name("owners")
      guard owner.utf8.contains(UInt8(ascii: "/")) == false else {
        throw entry.key.problem(Phrase("an owner must be one part of a branch name, without /"))
      }
      var identities: [String] = []
      for item in try entry.value.list(owner, such: "[anna@example.org, \"@anna\"]") {
        let identity = try item.name(owner)
        guard identity.utf8.contains(UInt8(ascii: "@")), identity != "@" else {
          throw item.problem(
            Phrase("\"\(owner)\" must list addresses, and names at the forge that begin with @"),
            suggestion: identity == "@" ? nil : "@" + identity)
        }
        // Addresses and forge names don't tell letter cases apart in practice, so one person's
        // identity in another case would be two people's.
        if let holder = holders.updateValue(owner, forKey: identity.lowercased()) {
          throw Problem(
            item.place, Phrase("\(Problem.quoted(identity)) belongs to \"\(holder)\" already"),
            value: identity)
        }
        identities.append(identity)
      }
      result[owner] = identities
    }
    return result
  }

  static func waivers(_ node: Node) throws(Problem) -> [Waiver] {
    let example = "{ rule: …, commit: …, reason: …, by: …, until: 2026-12-31 }"
    var result: [Waiver] = []
    for item in try node.list("waivers", such: "[\(example)]") {
      let fields = try Fields(
        item, "waiver", such: example,
        known: ["rule", "commit", "branch", "reason", "by", "until"])
      result.append(
        Waiver(
          rule: try fields.required("rule").rule("rule"), target: try target(of: fields),
          reason: try fields.required("reason").prose("reason"),
          by: try fields.required("by").bounded("by"),
          until: try fields.required("until").day("until")))
    }
    return result
  }

  private static func target(of waiver: Fields) throws(Problem) -> Waiver.Target {
    switch (waiver["commit"], waiver["branch"]) {
    case (let commit?, nil): return .commit(try commit.commit("commit"))
    case (nil, let branch?):
      let pattern = try branch.refPattern("branch", owner: false)
      guard let name = pattern.literal else {
        throw branch.problem(Phrase("\"branch\" must be one branch, not a pattern"))
      }
      return .branch(BranchName(name))
    case (_?, _?):
      throw Problem(
        waiver.place(of: "branch"), Phrase("a waiver is for a commit or for a branch, not for both")
      )
    case (nil, nil):
      throw Problem(waiver.place, Phrase("\"waiver\" lacks the key \"commit\" or \"branch\""))
    }
  }
}
