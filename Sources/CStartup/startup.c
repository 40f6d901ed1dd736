/*
 * What the runtimes in the static binary do before main, and a hook never needs: about a tenth of
 * the time of a push that has nothing to judge (docs/decisions/0017); and locks, which one thread
 * does without (0020). The linker puts each of these in the other one's place (--wrap); the dynamic
 * build leaves this file out.
 */

#include <pthread.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/single_threaded.h>
#include <unistd.h>

static int count;
static char **words;

/* glibc hands main's arguments to every constructor. */
__attribute__((constructor)) static void keep(int given_count, char **given) {
  count = given_count;
  words = given;
}

/* Where Swift takes the command line from. It looks for main's arguments on the stack, whose place
   it reads from /proc/self/maps. */
char **__wrap__swift_stdlib_getUnsafeArgvArgc(int *out) {
  *out = count;
  return words;
}

FILE *__real_fopen(const char *path, const char *mode);

FILE *__wrap_fopen(const char *path, const char *mode) {
  return strcmp(path, "/proc/self/maps") == 0 ? NULL : __real_fopen(path, mode);
}

/* Swift looks in eight places for the program that prints a crash's backtrace; a static binary has
   none. */
char *__wrap_swift_copyAuxiliaryExecutablePath(const char *name) {
  (void)name;
  return NULL;
}

/* glibc asks /proc for the program's own place, below which it would look for shared libraries. */
const char *__wrap__dl_get_origin(void) { return (const char *)-1; }

long __real_sysconf(int name);

/* libdispatch counts the processors for queues that nobody makes. */
long __wrap_sysconf(int name) {
  if (name == _SC_NPROCESSORS_CONF || name == _SC_NPROCESSORS_ONLN) return 1;
  return __real_sysconf(name);
}

int __real_pthread_mutex_lock(pthread_mutex_t *lock);
int __real_pthread_mutex_unlock(pthread_mutex_t *lock);

/* libgit2 and Swift lock their tables five hundred times in a landing, against nobody. */
int __wrap_pthread_mutex_lock(pthread_mutex_t *lock) {
  return __libc_single_threaded ? 0 : __real_pthread_mutex_lock(lock);
}

int __wrap_pthread_mutex_unlock(pthread_mutex_t *lock) {
  return __libc_single_threaded ? 0 : __real_pthread_mutex_unlock(lock);
}
