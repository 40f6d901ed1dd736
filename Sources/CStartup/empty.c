/* A target of C needs a file in every build. */
typedef int guard_startup_is_left_out;
