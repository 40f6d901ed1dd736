/* What happens before any Swift runs: docs/decisions/0012. */
#define _GNU_SOURCE
#include "start.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

static int argument_count;
static char **argument_words;

#if defined(__GLIBC__) || defined(__APPLE__)
/* These hand constructors what main gets. */
__attribute__((constructor)) static void keep_arguments(int count, char **words) {
  argument_count = count;
  argument_words = words;
}
#endif

#ifdef GUARD_STATIC_SWIFT
/* The only two functions of the Swift run time's CommandLine.cpp. Defined here, they keep that file
   out of the link, and with it a constructor that looks for the arguments in /proc/self/maps, a line
   at a time with sscanf. A run time that has more to ask of that file doesn't link any more. */
char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
  *count = argument_count;
  return argument_words;
}

void _swift_stdlib_overrideUnsafeArgvArgc(char **words, int count) {
  argument_words = words;
  argument_count = count;
}
#endif

/* Whether everybody who could write to the input has gone without a word. Waits for that or for the
   first byte. */
static int is_input_empty(void) {
  struct pollfd input = {.fd = 0, .events = POLLIN};
  while (poll(&input, 1, -1) < 0) {
    if (errno != EINTR) return 0;
  }
  if (input.revents & ~(POLLIN | POLLHUP)) return 0;
  if ((input.revents & POLLIN) == 0) return (input.revents & POLLHUP) != 0;
  /* A file is always ready. Whatever else is ready holds something, or has to be read to tell. */
  struct stat status;
  int left = 0;
  return fstat(0, &status) == 0 && S_ISREG(status.st_mode) && ioctl(0, FIONREAD, &left) == 0 &&
         left == 0;
}

int guard_is_push_of_nothing(void) {
  return argument_count >= 3 && strcmp(argument_words[1], "hook") == 0 &&
         strcmp(argument_words[2], "pre-push") == 0 && getenv("GITFLOW_GUARD") == NULL &&
         getenv("GITFLOW_GUARD_SKIP") == NULL && is_input_empty();
}
