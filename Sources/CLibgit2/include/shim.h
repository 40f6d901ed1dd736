#ifndef GITFLOW_GUARD_CLIBGIT2_SHIM_H
#define GITFLOW_GUARD_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/commit_graph.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

/* git_libgit2_opts is variadic, which Swift can't call: one function for each option we set. */

static inline int guard_set_strict_hash_verification(int on) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, on);
}

static inline int guard_set_owner_validation(int on) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, on);
}

static inline int guard_set_caching(int on) {
  return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, on);
}

static inline int guard_set_cache_object_limit(git_object_t type, size_t bytes) {
  return git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, type, bytes);
}

static inline int guard_set_mapped_windows(size_t window, size_t limit) {
  int error = git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, window);
  return error ? error : git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, limit);
}

/* Repository extensions that change nothing of what we read. refStorage is never among them: such a
   repository would open and seem to hold no references. */
static inline int guard_allow_extensions(void) {
  const char *names[] = {"worktreeconfig", "preciousobjects", "relativeworktrees", "partialclone"};
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, names, sizeof names / sizeof names[0]);
}

/* No configuration of the machine or the person. */
static inline int guard_forget_search_paths(void) {
  const int levels[] = {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                        GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL};
  for (size_t place = 0; place < sizeof levels / sizeof levels[0]; place++) {
    int error = git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[place], "");
    if (error) return error;
  }
  return 0;
}

/* Three-way merges of lines (linemerge.c). */

typedef struct { const char *start; size_t size; } guard_lines;

enum { GUARD_DIFF_MYERS, GUARD_DIFF_MINIMAL, GUARD_DIFF_PATIENCE, GUARD_DIFF_HISTOGRAM };
enum { GUARD_MERGE_FAILED = -1, GUARD_MERGE_UNSUPPORTED = -2 };

typedef struct {
  int way;    /* one of GUARD_DIFF_… */
  int coarse; /* overlapping changes are taken whole, as git does for its diff3 markers */
  int joined; /* both sides of a conflict are kept: merge=union */
} guard_line_merge;

/* Gives the number of conflicts, or one of GUARD_MERGE_…; the result is freed by its own function. */
int guard_merge_lines(
    guard_lines base, guard_lines ours, guard_lines theirs, guard_line_merge settings,
    guard_lines *result);
void guard_free_lines(guard_lines lines);

#endif
