#include "session/session.h"

#include <stddef.h>
#include <string.h>

static void add_time(TextBuilder *out, int64_t ms) {
    builder_add(out, "%3d:%02d.%03d", (int)(ms / 60000), (int)(ms / 1000 % 60), (int)(ms % 1000));
}

static const char *side_name(const Segment *segment) {
    return !segment->each_side ? "" : segment->side == LEFT ? "left" : "right";
}

// "set 2/3  10 x  pause 2 s", what there is of it.
static void add_dose(TextBuilder *out, const Segment *segment) {
    if (segment->rounds > 1) builder_add(out, "  round %d/%d", segment->round, segment->rounds);
    if (segment->sets > 1) builder_add(out, "  set %d/%d", segment->set, segment->sets);
    if (segment->kind != SEGMENT_WORK) return;
    bool is_hold = segment->move->mode == MODE_HOLD;
    if (!is_hold || segment->reps > 1) builder_add(out, "  %d x", segment->reps);
    if (segment->hold_ms) builder_add(out, "  %s %g s", is_hold ? "hold" : "pause", segment->hold_ms / 1000.0);
    if (segment->tempo.phase) builder_add(out, "  tempo %s %g s", segment->tempo.phase, segment->tempo.ms / 1000.0);
}

static void dump_segment(TextBuilder *out, const Segment *segment) {
    add_time(out, segment->start_ms);
    const char *kind = segment_kind_names[segment->kind];
    builder_add(out, " %7.1f s  ", (double)(segment->end_ms - segment->start_ms) / 1000);
    if (segment->move) builder_add(out, "%-6s  %s", kind, segment->move->id);
    else builder_add(out, "%s", kind);
    if (segment->move && segment->name) builder_add(out, " as \"%s\"", segment->name);
    if (segment->each_side && segment->move) builder_add(out, ", %s", side_name(segment));
    if (segment->move) add_dose(out, segment);
    if (segment->move && segment->text) builder_add(out, "  (%s)", segment->text);
    if (segment->swapped_from) builder_add(out, "  instead of %s", segment->swapped_from);
    builder_add(out, "\n");
}

// Where one is on the way to the exercise.
static void dump_passages(TextBuilder *out, const Session *session, const Segment *segment) {
    for (int i = 0; i < segment->passage_count; i++) {
        const Passage *passage = &session->passages.items[segment->first_passage + i];
        bool is_one_way = i > 0 && passage[-1].way == passage->way && passage[-1].mirrored == passage->mirrored;
        if (is_one_way && strcmp(passage[-1].word, passage->word) == 0) continue;
        builder_add(out, "    ");
        add_time(out, passage->start_ms);
        builder_add(out, "             %-11s  %s  (%s%s)\n", "way", passage->word, passage->way->id, passage->mirrored ? ", mirrored" : "");
    }
}

static void dump_cue(TextBuilder *out, const Cue *cue) {
    builder_add(out, "    ");
    add_time(out, cue->at_ms);
    builder_add(out, " -");
    add_time(out, cue->end_ms);
    if (cue->text) builder_add(out, "  %-11s  %s%s\n", cue_kind_names[cue->kind], cue->text, cue->is_shown_only ? "  (shown only)" : "");
    else builder_add(out, "  %s\n", cue_kind_names[cue->kind]);
}

static bool is_pace_tone(const Cue *cue) {
    return cue->kind >= CUE_TONE_OUT && cue->kind <= CUE_TONE_BACK;
}

// The tones of one way out and back, of which this is the first, in one line.
static void dump_pace(TextBuilder *out, const Session *session, int first) {
    static const char *const words[] = {"out", "hold", "back"};
    const Cue *cues = session->cues.items;
    for (int i = first; i < session->cues.count && cues[i].segment == cues[first].segment; i++) {
        if (!is_pace_tone(&cues[i])) continue;
        if (i > first && cues[i].kind == CUE_TONE_OUT) break;
        builder_add(out, i > first ? "," : "    ");
        add_time(out, cues[i].at_ms);
        if (i == first) builder_add(out, "             %-11s ", "tones");
        builder_add(out, " %s", words[cues[i].kind - CUE_TONE_OUT]);
    }
    builder_add(out, "\n");
}

// Whether the tone is in the line of one before it.
static bool is_dumped(const Session *session, int index) {
    const Cue *cues = session->cues.items;
    if (cues[index].kind == CUE_TONE_OUT) return false;
    for (int i = index - 1; i >= 0 && cues[i].segment == cues[index].segment; i--) {
        if (is_pace_tone(&cues[i])) return true;
    }
    return false;
}

static void dump_totals(const Session *session, TextBuilder *out) {
    int64_t group_ms[GROUP_COUNT] = {0};
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        group_ms[segment->group] += segment->end_ms - segment->start_ms;
    }
    builder_add(out, "\n%d exercises, ", session->step_count);
    builder_add(out, "%.1f minutes:", (double)session->length_ms / 60000);
    const char *separator = " ";
    for (int group = 0; group < GROUP_COUNT; group++) {
        if (!group_ms[group]) continue;
        builder_add(out, "%s%s %.1f", separator, group_names[group], (double)group_ms[group] / 60000);
        separator = ", ";
    }
    builder_add(out, "\n");
}

void session_dump(const Session *session, TextBuilder *out) {
    builder_add(out, "%s \"%s\" at %s", session->routine->id, session->routine->name, level_names[session->level]);
    builder_add(out, session->talk == TALK_FULL ? "\n\n" : ", talk %s\n\n", talk_names[session->talk]);
    for (int i = 0; i < session->changes.count; i++) builder_add(out, "changed: %s\n", session->changes.items[i]);
    if (session->changes.count) builder_add(out, "\n");
    int cue = 0;
    for (int i = 0; i < session->segments.count; i++) {
        dump_segment(out, &session->segments.items[i]);
        dump_passages(out, session, &session->segments.items[i]);
        for (; cue < session->cues.count && session->cues.items[cue].segment == i; cue++) {
            if (!is_pace_tone(&session->cues.items[cue])) dump_cue(out, &session->cues.items[cue]);
            else if (!is_dumped(session, cue)) dump_pace(out, session, cue);
        }
    }
    dump_totals(session, out);
}

static void add_field(TextBuilder *out, const char *name, const char *text) {
    builder_add(out, ", \"%s\": ", name);
    builder_add_json(out, text);
}

static void json_segment(TextBuilder *out, const Segment *segment) {
    builder_add(out, "{\"start_ms\": %lld, \"end_ms\": %lld", (long long)segment->start_ms, (long long)segment->end_ms);
    add_field(out, "kind", segment_kind_names[segment->kind]);
    add_field(out, "move", segment->move ? segment->move->id : NULL);
    if (segment->name) add_field(out, "name", segment->name);
    add_field(out, "side", segment->each_side ? side_name(segment) : NULL);
    builder_add(out, ", \"reps\": %d", segment->kind == SEGMENT_WORK ? segment->reps : 0);
    add_field(out, "swapped_from", segment->swapped_from);
    add_field(out, "group", group_names[segment->group]);
    builder_add(out, ", \"hold_ms\": %d", segment->kind == SEGMENT_WORK ? segment->hold_ms : 0);
    builder_add(out, ", \"set\": %d, \"sets\": %d, \"round\": %d, \"rounds\": %d, \"step\": %d", segment->set,
                segment->sets, segment->round, segment->rounds, segment->step);
    add_field(out, "text", segment->text);
    builder_add(out, "}");
}

static void json_cue(TextBuilder *out, const Cue *cue) {
    builder_add(out, "{\"at_ms\": %lld, \"end_ms\": %lld", (long long)cue->at_ms, (long long)cue->end_ms);
    add_field(out, "kind", cue_kind_names[cue->kind]);
    if (cue->text) add_field(out, cue->is_shown_only ? "shown" : "text", cue->text);
    builder_add(out, ", \"segment\": %d}", cue->segment);
}

void session_dump_json(const Session *session, TextBuilder *out) {
    builder_add(out, "{\"routine\": ");
    builder_add_json(out, session->routine->id);
    add_field(out, "level", level_names[session->level]);
    add_field(out, "talk", talk_names[session->talk]);
    builder_add(out, ", \"length_ms\": %lld, \"changes\": [", (long long)session->length_ms);
    for (int i = 0; i < session->changes.count; i++) {
        builder_add(out, i ? ", " : "");
        builder_add_json(out, session->changes.items[i]);
    }
    builder_add(out, "],\n\"segments\": [");
    for (int i = 0; i < session->segments.count; i++) {
        builder_add(out, i ? ",\n  " : "\n  ");
        json_segment(out, &session->segments.items[i]);
    }
    builder_add(out, "\n],\n\"cues\": [");
    for (int i = 0; i < session->cues.count; i++) {
        builder_add(out, i ? ",\n  " : "\n  ");
        json_cue(out, &session->cues.items[i]);
    }
    builder_add(out, "\n]}\n");
}
