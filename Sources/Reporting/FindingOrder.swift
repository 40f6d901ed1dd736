import FlowPolicy
import GitModel

extension Judgement {
  /// The findings by ref as the subjects name them, then by commit as the engine met them
  /// (newest first), then by rule and path.
  var orderedFindings: [Finding] {
    struct Place: Hashable {
      let ref: RefName
      let commit: ObjectID?
    }
    var refs: [RefName: Int] = [:]
    for ref in subjects.map(\.ref) + findings.map(\.ref) where refs[ref] == nil {
      refs[ref] = refs.count
    }
    var places: [Place: Int] = [:]
    for finding in findings {
      let place = Place(ref: finding.ref, commit: finding.commit)
      if places[place] == nil { places[place] = places.count }
    }
    let keyed = findings.enumerated().map { index, finding in
      let place = places[Place(ref: finding.ref, commit: finding.commit), default: 0]
      return (ref: refs[finding.ref, default: 0], place: place, index: index, finding: finding)
    }
    return keyed.sorted { one, other in
      if one.ref != other.ref { return one.ref < other.ref }
      if one.place != other.place { return one.place < other.place }
      if one.finding.rule != other.finding.rule { return one.finding.rule < other.finding.rule }
      let paths = (one.finding.path?.bytes ?? [], other.finding.path?.bytes ?? [])
      if paths.0 != paths.1 { return paths.0.lexicographicallyPrecedes(paths.1) }
      return one.index < other.index
    }.map(\.finding)
  }
}
