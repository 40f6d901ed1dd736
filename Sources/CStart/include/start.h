#ifndef GUARD_CSTART_H
#define GUARD_CSTART_H

/* Whether this is `hook pre-push`, git wrote nothing to its input, and no switch in the environment
   wants a word said. Nothing is taken from the input, and nothing of Swift's is set up for the
   answer: a push of what the remote has already costs little more than the process itself. */
int guard_is_push_of_nothing(void);

#endif
