// Every routine that comes with Limber at its lowest and its highest level, in a compact form: when each segment begins, what
// it is, and what is said and heard in it. LIMBER_REBASE=1 rewrites the goldens; what then differs is to be looked at.
#include "session/session.h"
#include "support/golden.h"
#include "support/shipped_library.h"

#include <string.h>

// "0:07"
static void add_time(TextBuilder *out, int64_t ms) {
    builder_add(out, "%3d:%02d", (int)(ms / 60000), (int)(ms / 1000 % 60));
}

static void add_what(TextBuilder *out, const Segment *segment) {
    builder_add(out, " %-6s", segment_kind_names[segment->kind]);
    if (segment->move) builder_add(out, " %s", segment->move->id);
    if (segment->each_side) builder_add(out, " %s", segment->side == LEFT ? "left" : "right");
    if (segment->kind == SEGMENT_WORK && segment->reps > 1) builder_add(out, " x%d", segment->reps);
    if (segment->kind == SEGMENT_WORK && segment->hold_ms) builder_add(out, " %gs", segment->hold_ms / 1000.0);
    if (segment->sets > 1) builder_add(out, " set %d/%d", segment->set, segment->sets);
    if (segment->rounds > 1) builder_add(out, " round %d/%d", segment->round, segment->rounds);
    if (segment->text) builder_add(out, " \"%s\"", segment->text);
}

// The kinds of its cues in order, one that follows on itself once with its number: "name setup count*7".
static void add_cues(TextBuilder *out, const Session *session, int segment, int *cue) {
    const char *separator = " |";
    while (*cue < session->cues.count && session->cues.items[*cue].segment == segment) {
        CueKind kind = session->cues.items[*cue].kind;
        int times = 0;
        for (; *cue < session->cues.count; ++*cue, times++) {
            const Cue *next = &session->cues.items[*cue];
            if (next->kind != kind || next->segment != segment) break;
        }
        bool paces = kind == CUE_TONE_OUT || kind == CUE_TONE_HOLD || kind == CUE_TONE_BACK;
        if (paces) continue; // several in every repetition
        builder_add(out, "%s %s", separator, cue_kind_names[kind]);
        if (times > 1) builder_add(out, "*%d", times);
        separator = "";
    }
}

static void add_session(TextBuilder *out, const Routine *routine, Level level) {
    Session session;
    Error error;
    SessionOptions options = {.level = level, .library = &library};
    if (!session_compile(&arena, routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    builder_add(out, "%s at %s, %d exercises,", routine->id, level_names[level], session.step_count);
    add_time(out, session.length_ms);
    builder_add(out, "\n");
    for (int i = 0, cue = 0; i < session.segments.count; i++) {
        add_time(out, session.segments.items[i].start_ms);
        add_what(out, &session.segments.items[i]);
        add_cues(out, &session, i, &cue);
        builder_add(out, "\n");
    }
}

static bool has_slots(const Routine *routine) {
    for (int i = 0; i < routine->sections.count; i++) {
        const Section *section = &routine->sections.items[i];
        for (int k = 0; k < section->steps.count; k++)
            if (section->steps.items[k].kind == STEP_SLOT) return true;
    }
    return false;
}

static void test_every_routine(void **state) {
    (void)state;
    assert_true(library.routines.count >= 23);
    for (int i = 0; i < library.routines.count; i++) {
        const Routine *routine = library.routines.items[i];
        TextBuilder out = {0};
        add_session(&out, routine, has_slots(routine) ? LEVEL_B1 : routine->level);
        if (has_slots(routine)) {
            builder_add(&out, "\n");
            add_session(&out, routine, LEVEL_A4);
        }
        assert_golden_text(text_format(&arena, "tests/session/golden/shipped/%s.txt", routine->id), builder_text(&out));
        builder_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_routine)};
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
