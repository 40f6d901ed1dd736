/*
 * Holds Sources/CStartup/smallblocks.c to what malloc(3) says, one case a run: SmallBlocksTests builds
 * it with the same --wrap options as the program and runs every case. Ends with 0 where all is well.
 */

#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <malloc.h>

#define CHECK(what)                                             \
  do {                                                          \
    if (!(what)) {                                              \
      fprintf(stderr, "line %d: not so: %s\n", __LINE__, #what); \
      exit(1);                                                  \
    }                                                           \
  } while (0)

enum { SLOTS = 4000 };

static unsigned char *blocks[SLOTS];
static size_t sizes[SLOTS];
static uint64_t state = 88172645463325252u;

/* xorshift64: Marsaglia 2003, "Xorshift RNGs". */
static uint64_t any(void) {
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}

static size_t any_size(void) { return any() % 20 == 0 ? any() % 100000 : any() % 1100; }

static unsigned char mark(int slot, size_t place) { return (unsigned char)(slot * 31 + place * 7 + 1); }

static void fill(int slot) {
  for (size_t place = 0; place < sizes[slot]; place++) blocks[slot][place] = mark(slot, place);
}

static void holds(int slot, size_t count) {
  for (size_t place = 0; place < count; place++) CHECK(blocks[slot][place] == mark(slot, place));
}

/* What one block holds is never what another one holds, whatever is asked for in whatever order. */
static void random_calls(long calls) {
  while (calls-- > 0) {
    int slot = (int)(any() % SLOTS);
    size_t size = any_size();
    switch (any() % 4) {
      case 0:
        holds(slot, sizes[slot]);
        free(blocks[slot]);
        blocks[slot] = malloc(size);
        break;
      case 1:
        holds(slot, sizes[slot]);
        free(blocks[slot]);
        blocks[slot] = calloc(size, 1);
        for (size_t place = 0; place < size; place++) CHECK(blocks[slot][place] == 0);
        break;
      case 2: {
        size_t shared = size < sizes[slot] ? size : sizes[slot];
        blocks[slot] = realloc(blocks[slot], size);
        holds(slot, shared);
        break;
      }
      default:
        holds(slot, sizes[slot]);
        free(blocks[slot]);
        blocks[slot] = aligned_alloc(64, (size + 63) / 64 * 64);
        CHECK((uintptr_t)blocks[slot] % 64 == 0);
    }
    sizes[slot] = size;
    CHECK(size == 0 || blocks[slot] != NULL);
    CHECK((uintptr_t)blocks[slot] % 16 == 0);
    if (blocks[slot]) CHECK(malloc_usable_size(blocks[slot]) >= size);
    fill(slot);
  }
}

static void ends(void) {
  free(NULL);
  CHECK(malloc_usable_size(NULL) == 0);
  void *nothing = malloc(0);
  CHECK(nothing != NULL);
  CHECK(realloc(nothing, 0) == NULL);
  void *block = realloc(NULL, 100);
  CHECK(block != NULL);
  free(block);
  CHECK(malloc(100) == block); /* the next of its class */
  char *copy = strdup("libc's own");
  CHECK(strcmp(copy, "libc's own") == 0);
  free(copy);
}

static void too_much(void) {
  volatile size_t most = SIZE_MAX;
  CHECK(calloc(most / 2, 3) == NULL && errno == ENOMEM);
  CHECK(malloc(most - 4096) == NULL && errno == ENOMEM);
  void *block = malloc(10);
  CHECK(realloc(block, most - 4096) == NULL);
  free(block);
}

/* More small blocks than there is room for: glibc has the others. */
static void many(size_t bytes) {
  void *last = NULL;
  for (size_t given = 0; given < bytes; given += 1000) {
    void **block = malloc(1000);
    CHECK(block != NULL);
    *block = last;
    last = block;
  }
  while (last != NULL) {
    void *block = last;
    memcpy(&last, block, sizeof last);
    free(block);
  }
  random_calls(100000);
}

static void without_room(void) {
  struct rlimit limit = {100 << 20, 100 << 20};
  CHECK(setrlimit(RLIMIT_AS, &limit) == 0);
  many(20 << 20);
}

static void *beside(void *given) {
  for (int round = 0; round < 200000; round++) {
    unsigned char *block = malloc(round % 1000 + 1);
    block[0] = 1;
    block[round % 1000] = 2;
    free(block);
  }
  free(given);
  return strdup("from another thread");
}

static void threads(void) {
  void *given[4];
  pthread_t running[4];
  for (int number = 0; number < 4; number++) {
    given[number] = malloc(50);
    memset(given[number], 3, 50);
  }
  for (int number = 0; number < 4; number++) {
    CHECK(pthread_create(&running[number], NULL, beside, given[number]) == 0);
  }
  random_calls(100000);
  for (int number = 0; number < 4; number++) {
    void *copy;
    CHECK(pthread_join(running[number], &copy) == 0);
    CHECK(strcmp(copy, "from another thread") == 0);
    free(copy);
  }
  random_calls(100000);
}

static void twice(void) {
  void *volatile block = malloc(40);
  free(block);
  free(block);
}

static void written_over(void) {
  unsigned char *volatile block = malloc(40), *volatile after = malloc(40);
  memset(block, 0x41, 56);
  free(after);
}

int main(int count, char **words) {
  const char *name = count > 1 ? words[1] : "";
  if (strcmp(name, "random") == 0) random_calls(500000);
  else if (strcmp(name, "ends") == 0) ends();
  else if (strcmp(name, "too-much") == 0) too_much();
  else if (strcmp(name, "many") == 0) many((size_t)300 << 20);
  else if (strcmp(name, "without-room") == 0) without_room();
  else if (strcmp(name, "threads") == 0) threads();
  else if (strcmp(name, "twice") == 0) twice();
  else if (strcmp(name, "written-over") == 0) written_over();
  else return 2;
  return 0;
}
