public import GitModel

/// Refs that a forge or its CI makes for a job. They look like branches and are nobody's, so they
/// vouch for nothing: taken for an experiment, the copy of a request's head would vouch for every
/// commit of the request.
public enum CIRefs {
  /// `refs/remotes/pull/N/merge` and `…/head`, which actions/checkout makes for a pull request, and
  /// GitHub's own branches of a merge queue.
  public static func isMadeByForge(_ branch: Branch) -> Bool {
    if branch.name.hasPrefix("gh-readonly-queue/") { return true }
    guard branch.ref.hasPrefix("refs/remotes/pull/") else { return false }
    let rest = branch.ref.bytes.dropFirst("refs/remotes/pull/".utf8.count)
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return rest.count == 2 && rest[0].isEmpty == false
      && rest[0].allSatisfy { (0x30...0x39).contains($0) }
      && (rest[1].elementsEqual("merge".utf8) || rest[1].elementsEqual("head".utf8))
  }
}
