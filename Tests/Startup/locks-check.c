/*
 * Holds the locks of Sources/CStartup/startup.c to what they are for: nothing while there is one
 * thread, glibc's own as soon as there are two. LocksTests builds it with the same --wrap options as
 * the program. Ends with 0 where all is well.
 */

#include <pthread.h>
#include <sched.h>
#include <stdio.h>

enum { TURNS = 20000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile long count;
static volatile int there;

static void *add(void *nothing) {
  /* Neither begins before the other is there. */
  __atomic_add_fetch(&there, 1, __ATOMIC_SEQ_CST);
  while (there < 2) continue;
  for (int turn = 0; turn < TURNS; turn++) {
    pthread_mutex_lock(&lock);
    long seen = count;
    sched_yield(); /* so that the other comes between, where it can */
    count = seen + 1;
    pthread_mutex_unlock(&lock);
  }
  return nothing;
}

int main(void) {
  /* Locked twice by one thread this lock would wait for itself. */
  for (int turn = 0; turn < 2; turn++) {
    if (pthread_mutex_lock(&lock) != 0) return 1;
  }
  if (pthread_mutex_unlock(&lock) != 0) return 2;

  pthread_t other;
  if (pthread_create(&other, NULL, add, NULL) != 0) return 3;
  add(NULL);
  pthread_join(other, NULL);
  if (count != 2L * TURNS) {
    fprintf(stderr, "%ld instead of %ld\n", count, 2L * TURNS);
    return 4;
  }
  return 0;
}
