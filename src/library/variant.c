#include "library/dose.h"
#include "library/load.h"
#include "library/move.h"

#include <string.h>

void variant_read(Line *line, void *target) {
    MoveFile *file = target;
    Span span = line_span(line);
    const char *id = line_id(line, "the variant's id");
    for (int i = 0; i < file->variants.count && !line->has_failed; i++)
        if (text_is(text_of(id), file->variants.items[i].id)) line_error(line, span, "there is a variant '%s' already", id);
    if (file->variants.count == MAX_VARIANTS) line_error(line, span, "a move has at most %d variants", MAX_VARIANTS);
    if (!line->has_failed && file->move->id && strlen(file->move->id) + 1 + strlen(id) > MAX_ID)
        line_error(line, span, "the ids of move and variant have at most %d letters together", MAX_ID - 1);
    if (!line->has_failed && !line->node->children) {
        Diag *diag = line_error(line, span, "a variant says what is other than in the move");
        line_help(line, diag, "such as, indented below it: prop band around knees");
    }
    if (!line->has_failed) *list_push(line->load->arena, &file->variants) = (VariantLines){id, span, line->node->children};
}

// The motion, what is planted, and what is checked, is the move's or all the variant's own.
static void read_planted(Line *line, void *target) {
    Clip *clip = &((MoveFile *)target)->move->clip;
    clip->planted.items = NULL, clip->planted.count = clip->planted.capacity = 0;
    planted_read(line, target);
}

static void read_motion(Line *line, void *target) {
    Clip *clip = &((MoveFile *)target)->move->clip;
    clip->phases.items = NULL, clip->phases.count = clip->phases.capacity = 0;
    motion_read(line, target);
}

static void read_check(Line *line, void *target) {
    MoveFile *file = target;
    Clip *clip = &file->move->clip;
    if (!file->has_own_checks) clip->checks.items = NULL, clip->checks.count = clip->checks.capacity = 0;
    file->has_own_checks = true;
    check_read(line, target);
}

static const Row rows[] = {
    {"say", cues_read, .has_children = true},
    {"prop", prop_read, .repeats = true},
    {"pose", pose_change_read, .has_children = true, .repeats = true},
    {"motion", read_motion, .has_children = true},
    {"planted", read_planted},
    {"check", read_check, .repeats = true},
};
static const Rows variant = ROWS("a variant", rows);

// The same move, with lists of its own where lines of the variant add to them or change them.
static Move *copy_of(Arena *arena, const Move *move) {
    Move *copy = arena_new(arena, Move, 1);
    *copy = *move;
    Clip *clip = &copy->clip;
    clip->poses.items = NULL, clip->poses.count = clip->poses.capacity = 0;
    for (int i = 0; i < move->clip.poses.count; i++) *list_push(arena, &clip->poses) = move->clip.poses.items[i];
    clip->placed.items = NULL, clip->placed.count = clip->placed.capacity = 0;
    for (int i = 0; i < move->clip.placed.count; i++) *list_push(arena, &clip->placed) = move->clip.placed.items[i];
    return copy;
}

static void make(Load *load, const MoveFile *file, const VariantLines *lines) {
    MoveFile own = {.move = copy_of(load->arena, file->move), .head = lines->span, .has_head = true, .has_mode = true};
    unsigned seen = 0;
    own.move->variant = lines->id;
    own.move->clip.id = own.move->id = text_format(load->arena, "%s+%s", file->move->id, lines->id);
    block_read(load, lines->first, &variant, &own, &seen);
    leanings_check(load, &own);
    *list_push(load->arena, &file->move->variants) = own.move;
}

void variants_make(Load *load, const MoveFile *file) {
    for (int i = 0; i < file->variants.count && load_is_clean(load); i++) make(load, file, &file->variants.items[i]);
    Move *move = file->move;
    for (int i = 0; i < move->variants.count; i++) move->variants.items[i]->variants.count = 0;
}

const Move *move_variant_read(Line *line, const Move *move) {
    const char **names = arena_new(line->load->arena, const char *, move->variants.count + 1);
    for (int i = 0; i < move->variants.count; i++) names[i] = move->variants.items[i]->variant;
    const char *kind = text_format(line->load->arena, "variant of %s", move->id);
    int index = line_name(line, kind, names, move->variants.count);
    return index < 0 ? move : move->variants.items[index];
}

void variants_keep(const Move *before, Move *now) {
    for (int i = 0; i < now->variants.count; i++) {
        for (int k = 0; k < before->variants.count; k++) {
            Move *old = before->variants.items[k];
            if (strcmp(old->id, now->variants.items[i]->id) != 0) continue;
            *old = *now->variants.items[i];
            now->variants.items[i] = old;
            break;
        }
    }
}
