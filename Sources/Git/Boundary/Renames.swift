import CLibgit2
import GitModel

extension Bench {
  /// The old and new names of the files that were renamed between two trees.
  func renames(from: TreeID, to: TreeID) throws(GitError) -> Set<TreePath> {
    let question = "find the files renamed between the trees \(from.id) and \(to.id)"
    let before = try tree(from)
    let after = try tree(to)
    let diff = try unsafe Handle<DiffKind>(asking: question) { out in
      unsafe before.lend { before in
        unsafe after.lend { after in
          unsafe lend { unsafe git_diff_tree_to_tree(out, $0, before, after, nil) }
        }
      }
    }
    var options = unsafe git_diff_find_options()
    let version = UInt32(GIT_DIFF_FIND_OPTIONS_VERSION)
    try Calls.check(
      unsafe git_diff_find_options_init(&options, version), asking: question)
    unsafe options.flags = GIT_DIFF_FIND_RENAMES.rawValue
    unsafe options.rename_threshold = 50
    unsafe options.rename_limit = 7000
    try Calls.check(
      unsafe diff.lend { unsafe git_diff_find_similar($0, &options) }, asking: question)
    var result: Set<TreePath> = []
    for place in 0..<(unsafe diff.lend { unsafe git_diff_num_deltas($0) }) {
      unsafe diff.lend { diff in
        guard let delta = unsafe git_diff_get_delta(diff, place),
          unsafe delta.pointee.status == GIT_DELTA_RENAMED
        else { return }
        let old = unsafe Conversions.bytes(delta.pointee.old_file.path)
        let new = unsafe Conversions.bytes(delta.pointee.new_file.path)
        for name in [old, new] { if let name { result.insert(TreePath(bytes: name)) } }
      }
    }
    return result
  }
}
