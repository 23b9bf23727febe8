// Any bytes as any kind of script, and what can be played of it compiled, driven by libFuzzer (clang only; not part of
// ctest, which runs the fixed mutations of tests/library/fuzz_test.c and replays the corpus instead).
//
//   CC=clang CFLAGS=-fsanitize=fuzzer-no-link cmake --preset asan -B build/fuzz -DLIMBER_FUZZ=ON
//   cmake --build build/fuzz --target library-fuzz
//   mkdir -p build/fuzz/corpus
//   build/fuzz/tests/library-fuzz -dict=tests/fuzz/words.dict -max_len=4096 -max_total_time=600 build/fuzz/corpus tests/script/corpus
//
// The first byte chooses the kind. What is found goes to the first folder; what of it goes new ways is kept in found.hex, an
// input a line, and replayed by the tests:
//
//   mkdir build/fuzz/few && build/fuzz/tests/library-fuzz -merge=1 -max_len=120 build/fuzz/few build/fuzz/corpus
//   for f in build/fuzz/few/*; do od -An -v -tx1 $f | tr -d ' \n'; echo; done | LC_ALL=C sort -u >tests/fuzz/found.hex
#include "session/session.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

// The small library that scripts may name things of, read from the disk once.
static const char *const endings[] = {".move", ".way", ".ladder", ".routine", ".plan"};
static struct {
    Arena arena;
    FileList files;
    LIST(Text) texts;
} small;

static void read_small(void) {
    Error error = {0};
    for (int i = 0; i < 5; i++) {
        bool good = folder_list(&small.arena, "tests/library/fixtures", endings[i], &small.files, &error);
        assert(good);
    }
    for (int i = 0; i < small.files.paths.count; i++) {
        bool good = file_read(&small.arena, small.files.paths.items[i], 100000, list_push(&small.arena, &small.texts), &error);
        assert(good);
    }
}

static void compile_all(Arena *arena, const Library *library) {
    for (int i = 0; i < library->routines.count * LEVEL_COUNT; i++) {
        Session session;
        Error error;
        SessionOptions options = {.level = (Level)(i % LEVEL_COUNT), .library = library};
        bool plays = session_compile(arena, library->routines.items[i / LEVEL_COUNT], &options, &session, &error);
        assert(!plays || session.length_ms > 0);
    }
    for (int i = 0; i < library->plans.count; i++) {
        const Plan *plan = library->plans.items[i];
        for (int k = 0; k < plan->weeks.items[0].days.count; k++) plan_day_routine(arena, &plan->weeks.items[0].days.items[k], k % 2);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static const char *const paths[] = {"a.move", "a.way", "a.ladder", "a.routine", "a.plan"};
    if (size < 1 || size > 200000) return 0;
    if (!small.files.paths.count) read_small();
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    Error error = {0};
    for (int i = 0; i < small.texts.count; i++) {
        library_read_text(&arena, small.files.paths.items[i], small.texts.items[i], &library, &diags, &error);
    }
    assert(!diags.list.count);
    Text text = {(const char *)bytes + 1, (int)size - 1};
    bool good = library_read_text(&arena, paths[bytes[0] % 5], text, &library, &diags, &error);
    assert(good);
    for (int i = 0; i < diags.list.count; i++) {
        const Diag *diag = &diags.list.items[i];
        assert(diag->span.begin >= 0 && diag->span.begin <= diag->span.end && diag->span.end <= diag->source->text.size);
    }
    TextBuilder out = {0};
    diags_write(&diags, &out);
    builder_free(&out);
    if (!diags.errors) compile_all(&arena, &library);
    arena_free(&arena);
    return 0;
}
