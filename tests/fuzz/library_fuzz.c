// Any bytes as any kind of script, driven by libFuzzer (clang only; not part of ctest, which runs
// the fixed mutations of tests/library/fuzz_test.c instead).
//
//   CC=clang CFLAGS=-fsanitize=fuzzer-no-link cmake --preset asan -B build/fuzz -DLIMBER_FUZZ=ON
//   cmake --build build/fuzz --target library-fuzz
//   build/fuzz/tests/library-fuzz -max_len=4096 -max_total_time=60 build/fuzz/corpus tests/script/corpus
//
// The first byte chooses the kind. (Make the folder build/fuzz/corpus first: what is found goes there.)
#include "library/library.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    static const char *const folders[] = {"tests/library/fixtures"};
    static const char *const paths[] = {"a.move", "a.ladder", "a.routine", "a.plan"};
    if (size < 1 || size > 200000) return 0;
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    Error error = {0};
    bool good = library_read(&arena, folders, 1, &library, &diags, &error);
    assert(good);
    Text text = {(const char *)bytes + 1, (int)size - 1};
    good = library_read_text(&arena, paths[bytes[0] % 4], text, &library, &diags, &error);
    assert(good);
    for (int i = 0; i < diags.list.count; i++) {
        const Diag *diag = &diags.list.items[i];
        assert(diag->span.begin >= 0 && diag->span.begin <= diag->span.end && diag->span.end <= diag->source->text.size);
    }
    TextBuilder out = {0};
    diags_write(&diags, &out);
    builder_free(&out);
    arena_free(&arena);
    return 0;
}
