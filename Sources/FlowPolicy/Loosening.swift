import GitModel
import Wording

/// What another policy lets pass that this one does not, so that a reviewer sees it.
///
/// Each setting is compared by itself. Where it can't be told which of two values is the looser
/// one, as with other patterns, the change is listed: what is looked at in vain costs little.
struct Loosening {
  private let old: Policy
  private let new: Policy
  /// A setting each, as the policy file spells it.
  private(set) var settings: [Phrase] = []

  init(from old: Policy, to new: Policy) {
    self.old = old
    self.new = new
    if old.mode == .enforce, new.mode == .advise { settings.append(Phrase("mode: advise")) }
    compareRules()
    compareLanes()
    comparePromotions()
    if new.trustsMessages, old.trustsMessages == false {
      settings.append(Phrase("trust: [messages]"))
    }
    compareExceptions()
    compareExperiments()
    compareFiles()
  }

  private mutating func compareRules() {
    for rule in RuleID.allCases where new.severity(of: rule) < old.severity(of: rule) {
      settings.append(
        Phrase("rules: \(rule.rawValue): \(new.severity(of: rule).rawValue)")
          + was(old.severity(of: rule).rawValue))
    }
  }

  private mutating func compareLanes() {
    for lane in old.lanes {
      guard let other = new.lane(named: lane.name) else {
        settings.append(Phrase("lanes: without \(Visible.text(lane.name))"))
        continue
      }
      if other.pattern != lane.pattern {
        settings.append(
          Phrase("lanes: \(Visible.text(lane.name)): \(Visible.text(other.pattern.source))")
            + was(lane.pattern.source))
      }
    }
    let kept = old.lanes.map(\.name).filter { new.lane(named: $0) != nil }
    let order = new.lanes.map(\.name).filter { old.lane(named: $0) != nil }
    if kept != order { settings.append(Phrase("lanes: in another order")) }
    for lane in new.lanes where old.lane(named: lane.name) == nil {
      // A new lane takes branches from those below it.
      settings.append(
        Phrase("lanes: \(Visible.text(lane.name)): \(Visible.text(lane.pattern.source)) (new)"))
    }
  }

  private mutating func comparePromotions() {
    for lane in old.lanes {
      guard let before = old.promotions[lane.name] else { continue }
      let name = Visible.text(lane.name)
      guard let after = new.promotions[lane.name] else {
        settings.append(Phrase("promotions: without \(name), which takes everything then"))
        continue
      }
      for source in after.from where before.from.contains(source) == false {
        settings.append(Phrase("promotions: \(name): from \(Visible.text(source)) too"))
      }
      for method in Method.allCases
      where after.by.contains(method) && before.by.contains(method) == false {
        settings.append(Phrase("promotions: \(name): by \(method.rawValue) too"))
      }
      for requirement in Requirement.allCases
      where before.requires.contains(requirement) && after.requires.contains(requirement) == false {
        settings.append(Phrase("promotions: \(name): no longer requires \(requirement.rawValue)"))
      }
    }
  }

  /// What is left out of the judgement, and who is who.
  private mutating func compareExceptions() {
    for waiver in new.waivers where old.waivers.contains(waiver) == false {
      let target =
        switch waiver.target {
        case .commit(let id): Visible.text(id)
        case .branch(let branch): branch.description
        }
      settings.append(
        Phrase("waivers: \(waiver.rule.rawValue) for \(target) until \(waiver.until)"))
    }
    if let baseline = new.baseline, baseline != old.baseline {
      settings.append(Phrase("baseline: \(Visible.text(baseline))") + was(old.baseline ?? "null"))
    }
    for owner in Set(old.owners.keys).union(new.owners.keys).sorted()
    where old.owners[owner] != new.owners[owner] {
      let people = new.owners[owner].map { names in
        Phrase(verbatim: names.map(Visible.text).joined(separator: ", "))
      }
      settings.append(Phrase("owners: \(Visible.text(owner)): \(people ?? Phrase("nobody"))"))
    }
    for rule in old.tags where new.tags.contains(rule) == false {
      settings.append(
        Phrase("tags: without \(Visible.text(rule.pattern.source)): \(Visible.text(rule.lane))"))
    }
  }

  private mutating func compareExperiments() {
    let (before, after) = (old.experiments, new.experiments)
    if before.directory != after.directory {
      settings.append(
        Phrase("experiments: directory: \(after.directory)") + was(before.directory.description))
    }
    if before.files != after.files {
      let files = after.files.map { Visible.text($0.source) }.joined(separator: ", ")
      settings.append(Phrase("experiments: files: \(files)"))
    }
    for section in before.sections where after.sections.contains(section) == false {
      settings.append(Phrase("experiments: entry: sections: without \(Visible.text(section))"))
    }
    if before.namesBranch, after.namesBranch == false {
      settings.append(Phrase("experiments: entry: names-branch: false"))
    }
    for pattern in after.exempt where before.exempt.contains(pattern) == false {
      settings.append(Phrase("experiments: entry: exempt: \(Visible.text(pattern.source))"))
    }
  }

  private mutating func compareFiles() {
    for path in old.layout.required where new.layout.required.contains(path) == false {
      settings.append(Phrase("layout: required: without \(path)"))
    }
    for lock in old.layout.locks where new.layout.locks.contains(lock) == false {
      settings.append(Phrase("layout: locks: without \(lock.source)"))
    }
    guard old.fileSizes != new.fileSizes else { return }
    for rule in old.fileSizes {
      let other = new.fileSizes.first { $0.pattern == rule.pattern }
      guard other.map({ $0.limit > rule.limit }) ?? true else { continue }
      let limit = other.map { Phrase(verbatim: ByteCount.words($0.limit)) } ?? Phrase("any size")
      settings.append(
        Phrase("file-size: \(Visible.text(rule.pattern.source)): \(limit)")
          + was(ByteCount.words(rule.limit)))
    }
    let kept = old.fileSizes.map(\.pattern)
    if let first = new.fileSizes.first(where: { kept.contains($0.pattern) == false }) {
      // The first match wins, so a new pattern may take paths from a stricter one.
      settings.append(Phrase("file-size: \(Visible.text(first.pattern.source)) (new)"))
    }
  }

  private func was(_ value: String) -> Phrase { Phrase(" (was \(Visible.text(value)))") }
}
