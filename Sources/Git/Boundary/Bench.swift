import CLibgit2
import GitModel
import Wording

/// A place for merging: a repository that has the objects and nothing else. It has no
/// configuration, attributes files or work tree, so a merge's result hangs on the commits alone;
/// what is written on it stays in memory.
final class Bench {
  private let repository: Handle<RepositoryKind>

  init(_ store: Store) throws(GitError) {
    var question: Phrase { Phrase("set up merging in memory") }
    try store.keepWritesInMemory()
    repository = try unsafe Handle<RepositoryKind>(asking: question) { out in
      unsafe store.lendDatabase { unsafe git_repository_wrap_odb(out, $0) }
    }
    let settings = try unsafe Handle<ConfigurationKind>(asking: question) {
      unsafe git_config_new($0)
    }
    let code = unsafe repository.lend { repository in
      unsafe settings.lend { unsafe git_repository_set_config(repository, $0) }
    }
    try Calls.check(code, asking: question)
  }

  func lend<Result>(_ body: (OpaquePointer) -> Result) -> Result { unsafe repository.lend(body) }

  /// Merges two commits as git does: renames followed, several merge bases merged first.
  func merge(_ ours: ObjectID, _ theirs: ObjectID) throws(GitError) -> Staging {
    var question: Phrase { Phrase("merge \(theirs) into \(ours)") }
    let first = try commit(ours)
    let second = try commit(theirs)
    var options = try unsafe Self.options(question)
    let index = try unsafe Handle<IndexKind>(asking: question) { out in
      unsafe first.lend { first in
        unsafe second.lend { second in
          unsafe lend { unsafe git_merge_commits(out, $0, first, second, &options) }
        }
      }
    }
    return Staging(index)
  }

  /// Merges two commits over a base that is known already; nil: they have none.
  func merge(_ ours: TreeID, _ theirs: TreeID, over base: TreeID?) throws(GitError) -> Staging {
    var question: Phrase { Phrase("merge the tree \(theirs.id) into \(ours.id)") }
    let first = try tree(ours)
    let second = try tree(theirs)
    var options = try unsafe Self.options(question)
    guard let base else {
      let index = try unsafe Handle<IndexKind>(asking: question) { out in
        unsafe first.lend { first in
          unsafe second.lend { second in
            unsafe lend { unsafe git_merge_trees(out, $0, nil, first, second, &options) }
          }
        }
      }
      return Staging(index)
    }
    let ancestor = try tree(base)
    let index = try unsafe Handle<IndexKind>(asking: question) { out in
      unsafe ancestor.lend { ancestor in
        unsafe first.lend { first in
          unsafe second.lend { second in
            unsafe lend { unsafe git_merge_trees(out, $0, ancestor, first, second, &options) }
          }
        }
      }
    }
    return Staging(index)
  }

  /// Whose attributes a merge follows: those of a `.gitattributes` at the root, or none.
  func setAttributes(_ blob: ObjectID?) throws(GitError) {
    var question: Phrase { Phrase("set up a merge's attributes") }
    let staging = try Staging.empty()
    if let blob { try staging.add(".gitattributes", TreeEntry(kind: .regular, id: blob)) }
    let code = unsafe lend { repository in
      unsafe staging.lend { unsafe git_repository_set_index(repository, $0) }
    }
    try Calls.check(code, asking: question)
    try Calls.check(unsafe lend { unsafe git_attr_cache_flush($0) }, asking: question)
  }

  func commit(_ id: ObjectID) throws(GitError) -> Handle<CommitKind> {
    var raw = id.raw
    return try unsafe Handle<CommitKind>(asking: Phrase("read the commit \(id)")) { out in
      unsafe lend { unsafe git_commit_lookup(out, $0, &raw) }
    }
  }

  func tree(_ id: TreeID) throws(GitError) -> Handle<TreeKind> {
    var raw = id.id.raw
    return try unsafe Handle<TreeKind>(asking: Phrase("read the tree \(id.id)")) { out in
      unsafe lend { unsafe git_tree_lookup(out, $0, &raw) }
    }
  }

  private static func options(
    _ question: @autoclosure () -> Phrase
  ) throws(GitError) -> git_merge_options {
    var options = unsafe git_merge_options()
    let code = unsafe git_merge_options_init(&options, UInt32(GIT_MERGE_OPTIONS_VERSION))
    try Calls.check(code, asking: question())
    unsafe options.flags = GIT_MERGE_FIND_RENAMES.rawValue
    unsafe options.rename_threshold = 50
    unsafe options.target_limit = 7000  // git's merge.renameLimit
    return unsafe options
  }
}
