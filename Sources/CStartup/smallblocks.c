/*
 * Small blocks of memory, for a process of one thread. glibc looks after threads, arenas and the
 * joining of what was freed at every call, which was a sixth of an audit's instructions and a tenth
 * of a landing's (docs/decisions/0019). The linker puts these functions in front of glibc's (--wrap),
 * which keeps the larger blocks, those with an alignment of their own, and all of them as soon as
 * there is a second thread.
 *
 * A block is 16, 32, … 1008 bytes long, the 8 before its content tell which: its class. A freed one
 * goes to the list of its class and is the next to be handed out. Nothing is given back to the
 * system. A block that is freed twice, or whose class was written over, ends the process.
 */

#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/single_threaded.h>
#include <unistd.h>

enum { UNIT = 16, HEAD = 8, CLASSES = 64, LARGEST = (CLASSES - 1) * UNIT - HEAD };

/* What a hook needs lies beside the program's other variables; only longer work asks for more. */
#define NEAR ((size_t)192 << 10)
/* Address space, of which only what is written to becomes memory. */
#define FAR ((size_t)256 << 20)

/* Tells the head of a block in use from that of a freed one, and from most other bytes. */
#define IN_USE ((size_t)0x5a17b10c00000000)

void *__real_malloc(size_t size);
void __real_free(void *block);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
size_t __real_malloc_usable_size(void *block);

static char near[NEAR] __attribute__((aligned(UNIT)));
static char *far;
static size_t far_size; /* 0 until there is one */
static char *next = near;
static char *end = near + NEAR;
static void *freed[CLASSES];

/* What glibc has left: room for a hook's larger blocks at once, and nothing given back that the next
   object takes again. A block of many MiB comes and goes by itself, as ever. */
__attribute__((constructor)) static void keep_room(void) {
  mallopt(M_TOP_PAD, 512 << 10);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
}

static int is_small(const void *block) {
  uintptr_t place = (uintptr_t)block;
  return place - (uintptr_t)near < NEAR || place - (uintptr_t)far < far_size;
}

static size_t *head(void *block) { return (size_t *)((char *)block - HEAD); }

static size_t class_of(void *block) {
  size_t class = *head(block) ^ IN_USE;
  if (class < CLASSES) return class;
  static const char words[] = "gitflow-guard: memory was freed twice or written over: a fault of its own\n";
  (void)!write(STDERR_FILENO, words, sizeof words - 1);
  abort();
}

/* A block from the end of what was used so far; NULL where there is no room. */
static void *fresh(size_t class) {
  /* The content begins a unit after the last block's end less its head, so it is aligned. */
  if ((size_t)(end - next) < (class + 1) * UNIT) return NULL;
  void *block = next + UNIT;
  next += class * UNIT;
  *head(block) = class ^ IN_USE;
  return block;
}

/* Asks for more room, once, and leaves the rest to glibc. Kept out of the way of the calls that need
   none. */
__attribute__((noinline, cold)) static void *without_room(size_t class, size_t size) {
  static int has_asked;
  if (!has_asked) {
    has_asked = 1;
    void *more = mmap(NULL, FAR, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (more != MAP_FAILED) {
      far = more;
      far_size = FAR;
      next = far;
      end = far + FAR;
      return fresh(class);
    }
  }
  return __real_malloc(size);
}

void *__wrap_malloc(size_t size) {
  if (size > LARGEST || !__libc_single_threaded) return __real_malloc(size);
  size_t class = (size + HEAD + UNIT - 1) / UNIT;
  void *block = freed[class];
  if (block == NULL) {
    block = fresh(class);
    return block != NULL ? block : without_room(class, size);
  }
  memcpy(&freed[class], block, sizeof(void *));
  *head(block) = class ^ IN_USE;
  return block;
}

void __wrap_free(void *block) {
  if (!is_small(block)) {
    __real_free(block);
    return;
  }
  size_t class = class_of(block);
  /* Another thread could be at the same list: the block is given up. */
  if (!__libc_single_threaded) return;
  *head(block) = class;
  memcpy(block, &freed[class], sizeof(void *));
  freed[class] = block;
}

void *__wrap_calloc(size_t count, size_t size) {
  size_t whole;
  if (__builtin_mul_overflow(count, size, &whole) || whole > LARGEST) {
    return __real_calloc(count, size);
  }
  void *block = __wrap_malloc(whole);
  return block == NULL ? NULL : memset(block, 0, whole);
}

size_t __wrap_malloc_usable_size(void *block) {
  return is_small(block) ? class_of(block) * UNIT - HEAD : __real_malloc_usable_size(block);
}

void *__wrap_realloc(void *block, size_t size) {
  if (block == NULL) return __wrap_malloc(size);
  if (!is_small(block)) return __real_realloc(block, size);
  if (size == 0) {
    __wrap_free(block);
    return NULL;
  }
  size_t held = class_of(block) * UNIT - HEAD;
  if (size <= held) return block;
  void *larger = __wrap_malloc(size);
  if (larger == NULL) return NULL;
  memcpy(larger, block, held);
  __wrap_free(block);
  return larger;
}
