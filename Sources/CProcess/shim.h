#ifndef GUARD_CPROCESS_H
#define GUARD_CPROCESS_H

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Swift does not import fork, since a child of a program with threads may only exec. This one
   has a single thread. */
static inline pid_t guard_fork(void) { return fork(); }

/* A pipe whose ends are closed in every program that is started. */
static inline int guard_pipe(int ends[2]) {
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
}

/* How many processors this process may run on. */
static inline int guard_processors(void) {
  unsigned long masks[16];
  long length = syscall(SYS_sched_getaffinity, 0, sizeof masks, masks);
  int count = 0;
  for (long place = 0; place < length / (long)sizeof *masks; place++)
    count += __builtin_popcountl(masks[place]);
  return count;
}

#endif
