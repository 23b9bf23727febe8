// Thousands of damaged scripts, the same ones every time: reading them must do no harm, findings
// must point into the text, and what gets into the library must be whole. Then what a fuzzer found.
#include "library/library.h"

#include "support/shipped.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { MUTATIONS = 20000, PER_LIBRARY = 40, LONGEST = 40000 };

typedef struct {
    const char *path;
    Text text;
} Seed;

typedef struct {
    Arena arena;
    LIST(Seed) seeds;
} Seeds;

// xorshift (Marsaglia 2003)
static uint32_t next(uint32_t *random) {
    *random ^= *random << 13;
    *random ^= *random >> 17;
    *random ^= *random << 5;
    return *random;
}

static int below(uint32_t *random, int count) {
    return count > 0 ? (int)(next(random) % (uint32_t)count) : 0;
}

static void add_seeds(Seeds *seeds, const char *folder, const char *ending, const char *path) {
    FileList files = {0};
    Error error = {0};
    assert_true(folder_list(&seeds->arena, folder, ending, &files, &error));
    for (int i = 0; i < files.paths.count; i++) {
        Seed *seed = list_push(&seeds->arena, &seeds->seeds);
        seed->path = path ? path : files.paths.items[i];
        assert_true(file_read(&seeds->arena, files.paths.items[i], LONGEST, &seed->text, &error));
    }
}

static void check_move(const Move *move) {
    assert_true(move->id[0] && move->name[0] && move->feel && move->clip.poses.count > 0 && move->clip.phases.count > 0);
    for (int i = 0; i < move->clip.phases.count; i++) {
        const Phase *phase = &move->clip.phases.items[i];
        assert_true(phase->from >= 0 && phase->from < move->clip.poses.count);
        assert_true(phase->to >= 0 && phase->to < move->clip.poses.count);
        assert_true(phase->is_hold ? phase->from == phase->to : phase->duration_ms > 0);
    }
    for (int i = 0; i < move->clip.poses.count; i++) {
        const Pose *pose = &move->clip.poses.items[i].pose;
        for (int dof = DOF_LUMBAR_F; dof < DOF_COUNT; dof++) assert_true(pose->dof[dof] >= -180 && pose->dof[dof] <= 180);
    }
    for (int i = 0; i < move->clip.checks.count; i++) {
        const Check *check = &move->clip.checks.items[i];
        assert_true(check->pose >= -1 && check->pose < move->clip.poses.count && check->min <= check->max);
    }
    for (int i = 0; i < move->variants.count; i++) check_move(move->variants.items[i]);
}

static void check_library(const Library *library) {
    for (int i = 0; i < library->moves.count; i++) check_move(library->moves.items[i]);
    for (int i = 0; i < library->routines.count; i++) {
        const Routine *routine = library->routines.items[i];
        assert_true(routine->sections.count > 0);
        for (int j = 0; j < routine->sections.count; j++) {
            const Section *section = &routine->sections.items[j];
            assert_true(section->steps.count > 0 && section->rounds > 0);
            for (int k = 0; k < section->steps.count; k++) {
                const Step *step = &section->steps.items[k];
                if (step->kind == STEP_EXERCISE) assert_true(step->exercise.move && step->exercise.dose.sets > 0);
                if (step->kind == STEP_SLOT) assert_non_null(step->ladder);
                if (step->kind == STEP_SAY) assert_non_null(step->say);
            }
        }
    }
}

static void check_findings(const Diags *diags, int first) {
    for (int i = first; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.items[i];
        assert_true(diag->span.begin >= 0 && diag->span.begin <= diag->span.end);
        assert_true(diag->span.end <= diag->source->text.size);
        assert_true(diag->message[0]);
    }
}

static void read_one(Arena *arena, Library *library, Diags *diags, const char *path, Text text) {
    Error error = {0};
    int first = diags->list.count;
    assert_true(library_read_text(arena, path, text, library, diags, &error));
    check_findings(diags, first);
}

typedef struct {
    char bytes[LONGEST];
    int size;
} Buffer;

// Puts `count` bytes in place of `cut` at `at`, as far as there is room.
static void splice(Buffer *buffer, int at, int cut, const char *bytes, int count) {
    if (buffer->size - cut + count > LONGEST) return;
    memmove(buffer->bytes + at + count, buffer->bytes + at + cut, (size_t)(buffer->size - at - cut));
    memcpy(buffer->bytes + at, bytes, (size_t)count);
    buffer->size += count - cut;
}

static const char *const scraps[] = {
    "\n", "\n  ", "\t", "\r", "\"", " \"a\" ", "#", ",", "->", "..", "0", "-1", "99999999", "1e9", "10s", "1m30s", "3 x",
    " like ", "\npose START\n", "\nmotion\n", "each side", "alternate", "rest 15s", "\xC3\xA4", "\xFF", "left", "right", "hold",
};

static void mutate(Buffer *buffer, uint32_t *random) {
    int at = below(random, buffer->size + 1), rest = buffer->size - at;
    int count = below(random, rest < 30 ? rest + 1 : 30);
    char kept[64];
    switch (below(random, 6)) {
    case 0: // one other byte
        if (rest) buffer->bytes[at] = (char)next(random);
        break;
    case 1: // something is missing
        splice(buffer, at, count, "", 0);
        break;
    case 2: // the rest is missing
        if (below(random, 4) == 0) buffer->size = at;
        break;
    case 3: { // something is there twice
        memcpy(kept, buffer->bytes + at, (size_t)count);
        splice(buffer, below(random, buffer->size + 1), 0, kept, count);
        break;
    }
    default: { // something new
        const char *scrap = scraps[below(random, sizeof scraps / sizeof *scraps)];
        splice(buffer, at, 0, scrap, (int)strlen(scrap));
        break;
    }
    }
}

static Text outcome(Arena *arena, const Diags *diags, int first) {
    TextBuilder out = {0};
    for (int i = first; i < diags->list.count; i++) {
        const Diag *diag = &diags->list.items[i];
        builder_add(&out, "%d %s %s\n", diag->span.begin, diag->message, diag->help ? diag->help : "");
    }
    Text text = {text_copy(arena, builder_text(&out)), out.size};
    builder_free(&out);
    return text;
}

// A handful of damaged files after one another into the same library.
static void mutate_some(const Seeds *seeds, uint32_t *random) {
    static Buffer buffer;
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    assert_true(shipped_read(&arena, &library));
    for (int i = 0; i < PER_LIBRARY; i++) {
        const Seed *seed = &seeds->seeds.items[below(random, seeds->seeds.count)];
        memcpy(buffer.bytes, seed->text.bytes, (size_t)seed->text.size);
        buffer.size = seed->text.size;
        for (int changes = 1 + below(random, 4); changes > 0; changes--) mutate(&buffer, random);
        read_one(&arena, &library, &diags, seed->path, (Text){buffer.bytes, buffer.size});
    }
    check_library(&library);
    TextBuilder out = {0};
    diags_write(&diags, &out);
    builder_free(&out);
    arena_free(&arena);
}

static void test_mutations_of_what_is_shipped(void **state) {
    Seeds *seeds = *state;
    static const char *const endings[] = {".move", ".ladder", ".routine", ".plan", ".way"};
    for (int i = 0; i < 5; i++) {
        for (int folder = 0; folder < 2; folder++) add_seeds(seeds, shipped_folders[folder], endings[i], NULL);
        add_seeds(seeds, "tests/library/golden", endings[i], NULL);
    }
    assert_true(seeds->seeds.count > 80);
    uint32_t random = 20261121;
    for (int i = 0; i < MUTATIONS / PER_LIBRARY; i++) mutate_some(seeds, &random);
}

static void test_corpus_as_every_kind(void **state) {
    Seeds *seeds = *state;
    static const char *const paths[] = {"a.move", "a.ladder", "a.routine", "a.plan", "a.way"};
    seeds->seeds.count = 0;
    for (int i = 0; i < 5; i++) add_seeds(seeds, "tests/script/corpus", NULL, paths[i]);
    assert_true(seeds->seeds.count >= 5 * 20);
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    assert_true(shipped_read(&arena, &library));
    for (int i = 0; i < seeds->seeds.count; i++) {
        int errors = diags.errors, first = diags.list.count;
        const Seed *seed = &seeds->seeds.items[i];
        read_one(&arena, &library, &diags, seed->path, seed->text);
        assert_true(diags.errors > errors); // none of them is a good script
        Text once = outcome(&arena, &diags, first);
        first = diags.list.count;
        read_one(&arena, &library, &diags, seed->path, seed->text);
        assert_true(text_equal(once, outcome(&arena, &diags, first)));
    }
    check_library(&library);
    arena_free(&arena);
}

static int hex_digit(char c) {
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

// Each line an input, its first byte the kind.
static void test_what_a_fuzzer_found(void **state) {
    (void)state;
    static const char *const paths[] = {"a.move", "a.way", "a.ladder", "a.routine", "a.plan"};
    Arena arena = {0};
    Text hex;
    Error error = {0};
    assert_true(file_read(&arena, "tests/fuzz/found.hex", 1000000, &hex, &error));
    int inputs = 0;
    for (int at = 0; at < hex.size; at++, inputs++) {
        char bytes[500];
        int size = 0;
        for (; at + 1 < hex.size && hex.bytes[at] != '\n' && size < 500; at += 2)
            bytes[size++] = (char)(hex_digit(hex.bytes[at]) * 16 + hex_digit(hex.bytes[at + 1]));
        Library library = {0};
        Diags diags = {.arena = &arena};
        assert_true(library_read(&arena, (const char *const[]){"tests/library/fixtures"}, 1, &library, &diags, &error));
        read_one(&arena, &library, &diags, paths[(unsigned char)bytes[0] % 5], (Text){bytes + 1, size - 1});
        check_library(&library);
    }
    assert_true(inputs > 200);
    arena_free(&arena);
}

static int tear_down(void **state) {
    Seeds *seeds = *state;
    arena_free(&seeds->arena);
    return 0;
}

int main(void) {
    static Seeds seeds;
    void *state = &seeds;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_mutations_of_what_is_shipped, state),
        cmocka_unit_test(test_what_a_fuzzer_found),
        cmocka_unit_test_prestate_setup_teardown(test_corpus_as_every_kind, NULL, tear_down, state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
