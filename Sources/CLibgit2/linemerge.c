/*
 * Three-way merges of lines, with a choice of the way in which differences are looked for.
 *
 * git merges by histogram differences since 2.33, by Myers' before; libgit2 holds both, but its
 * public interface knows no histogram. The static build, which is always libgit2 1.5, asks its
 * merger directly; the layouts below are those of that version. The dynamic build asks the public
 * interface and answers "unsupported" where that can't do it.
 */
#include "shim.h"
#include <stdlib.h>
#include <string.h>

#ifdef GUARD_STATIC_LIBGIT2

typedef struct { char *ptr; long size; } lines;

typedef struct {
  struct {
    unsigned long flags;
    void **ignored;
    size_t ignored_count;
    char **anchors;
    size_t anchor_count;
  } difference;
  int marker_size;
  int level;
  int favor;
  int style;
  const char *base_label;
  const char *our_label;
  const char *their_label;
} line_merge;

extern int xdl_merge(
    lines *base, lines *ours, lines *theirs, const line_merge *settings, lines *result);

int guard_merge_lines(
    guard_lines base, guard_lines ours, guard_lines theirs, guard_line_merge settings,
    guard_lines *result) {
  static const unsigned long flags[] = {
    [GUARD_DIFF_MYERS] = 0, [GUARD_DIFF_MINIMAL] = 1 << 0, [GUARD_DIFF_PATIENCE] = 1 << 14,
    [GUARD_DIFF_HISTOGRAM] = 1 << 15,
  };
  enum { zealous = 2, diff3 = 1, both_sides = 3 };
  line_merge merge = { .level = zealous };
  lines files[] = {
    { (char *)base.start, (long)base.size }, { (char *)ours.start, (long)ours.size },
    { (char *)theirs.start, (long)theirs.size },
  };
  lines merged = { 0 };
  merge.difference.flags = flags[settings.way];
  merge.style = settings.coarse ? diff3 : 0;
  merge.favor = settings.joined ? both_sides : 0;
  int conflicts = xdl_merge(&files[0], &files[1], &files[2], &merge, &merged);
  result->start = merged.ptr;
  result->size = merged.size < 0 ? 0 : (size_t)merged.size;
  return conflicts < 0 ? GUARD_MERGE_FAILED : conflicts;
}

#else

static git_merge_file_input side(guard_lines lines) {
  git_merge_file_input input = GIT_MERGE_FILE_INPUT_INIT;
  input.ptr = lines.start;
  input.size = lines.size;
  input.mode = 0100644;
  return input;
}

int guard_merge_lines(
    guard_lines base, guard_lines ours, guard_lines theirs, guard_line_merge settings,
    guard_lines *result) {
  git_merge_file_options options = GIT_MERGE_FILE_OPTIONS_INIT;
  git_merge_file_result merged = { 0 };
  git_merge_file_input files[] = { side(base), side(ours), side(theirs) };
  result->start = NULL;
  result->size = 0;
  if (settings.way == GUARD_DIFF_HISTOGRAM) return GUARD_MERGE_UNSUPPORTED;
  if (settings.way == GUARD_DIFF_PATIENCE) options.flags |= GIT_MERGE_FILE_DIFF_PATIENCE;
  if (settings.way == GUARD_DIFF_MINIMAL) options.flags |= GIT_MERGE_FILE_DIFF_MINIMAL;
  if (settings.coarse) options.flags |= GIT_MERGE_FILE_STYLE_DIFF3;
  if (settings.joined) options.favor = GIT_MERGE_FILE_FAVOR_UNION;
  if (git_merge_file(&merged, &files[0], &files[1], &files[2], &options) < 0)
    return GUARD_MERGE_FAILED;
  char *copy = malloc(merged.len ? merged.len : 1);
  int conflicts = merged.automergeable ? 0 : 1;
  if (copy && merged.len) memcpy(copy, merged.ptr, merged.len);
  result->start = copy;
  result->size = copy ? merged.len : 0;
  git_merge_file_result_free(&merged);
  return copy ? conflicts : GUARD_MERGE_FAILED;
}

#endif

void guard_free_lines(guard_lines lines) { free((void *)lines.start); }
