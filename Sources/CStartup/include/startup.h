#ifndef GUARD_CSTARTUP_H
#define GUARD_CSTARTUP_H

/* Nothing to call: see startup.c. */

#endif
