import FlowPolicy
import GitModel
import Journal

// libFuzzer's entry: an input is up to three texts, parted by the byte 0x01: a journal before a
// change, the same one after it, and a template. Nothing may crash or hang, and what holds for
// every journal is checked: what did not change adds nothing, and reading is repeatable.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  let parts = bytes.split(separator: 1, maxSplits: 2, omittingEmptySubsequences: false)
    .map { Array($0) }
  let before = parts[0]
  let after = parts.count > 1 ? parts[1] : []
  let text = parts.count > 2 ? parts[2] : []

  var experiments = Experiments()
  experiments.sections = ["Risk", "Вывод"]
  experiments.metrics = [.init(name: "f1", better: .higher)]
  let template = Template(text, sections: experiments.sections)
  let change = compare(before, after, experiments, template)
  precondition(change == compare(before, after, experiments, template), "not repeatable")
  let same = compare(before, before, experiments, template)
  precondition(same.added.isEmpty && same.rewritten.isEmpty, "what is the same adds something")

  let reader = JournalReader(experiments, template: template)
  for entry in reader.entries(in: before, at: path) {
    precondition(entry.metrics.allSatisfy { $0.measure?.value.isFinite ?? true })
  }
  let skeleton = Skeleton(
    title: String(decoding: after.prefix(40), as: UTF8.self), origin: [.author: "A"],
    commits: ["1", "2"], template: String(decoding: text, as: UTF8.self),
    sections: experiments.sections, language: .english)
  precondition(skeleton.text.hasSuffix("\n"))
  return 0
}

private let path: TreePath = "experiments/j.md"

private func compare(
  _ before: [UInt8], _ after: [UInt8], _ experiments: Experiments, _ template: Template
) -> JournalChange {
  let ids = (
    ObjectID(String(repeating: "1", count: 40))!, ObjectID(String(repeating: "2", count: 40))!
  )
  let change = PathChange(
    path: path, before: TreeEntry(kind: .regular, id: ids.0),
    after: TreeEntry(kind: .regular, id: ids.1))
  do throws(EvidenceGap) {
    return try JournalComparison.find(
      in: [change], experiments: experiments, template: { () throws(EvidenceGap) in template },
      read: { id, _ throws(EvidenceGap) in .bytes(id == ids.0 ? before : after) })
  } catch {
    preconditionFailure("a gap without a repository: \(error)")
  }
}
