#include "library/dose.h"
#include "library/load.h"

typedef struct {
    Ladder *ladder;
    bool has_head;
} LadderFile;

static const char *const mode_names[] = {"hold", "reps"};

// One level: what the slot means there.
static void read_rung(Line *line, void *target) {
    Ladder *ladder = target;
    int mode = line_take_name(line, mode_names, 2);
    if (mode < 0) line_expected(line, "'hold' or 'reps'");
    else exercise_read(line, (Mode)mode, &ladder->rungs[line->row->value]);
}

static const Row rung_rows[] = {
    {"B1", read_rung, LEVEL_B1}, {"B2", read_rung, LEVEL_B2}, {"B3", read_rung, LEVEL_B3}, {"B4", read_rung, LEVEL_B4},
    {"A1", read_rung, LEVEL_A1}, {"A2", read_rung, LEVEL_A2}, {"A3", read_rung, LEVEL_A3}, {"A4", read_rung, LEVEL_A4},
};
static const Rows rungs = ROWS("a ladder", rung_rows);

static void read_head(Line *line, void *target) {
    LadderFile *file = target;
    file->has_head = true;
    file->ladder->id = load_header(line, KIND_LADDER);
    unsigned seen = 0;
    block_read(line->load, line->node->children, &rungs, file->ladder, &seen);
    if (seen) return;
    Diag *diag = line_error(line, line->node->span, "a ladder needs levels");
    line_help(line, diag, "such as, indented below it: B1 hold bridge-hold 3 x 10s");
}

static const Row top_rows[] = {{"ladder", read_head, .has_children = true}};
static const Rows top = ROWS("a ladder", top_rows);

void ladder_read(Load *load, const Node *tree) {
    LadderFile file = {.ladder = arena_new(load->arena, Ladder, 1)};
    file.ladder->path = load->source->path;
    unsigned seen = 0;
    block_read(load, tree, &top, &file, &seen);
    if (!file.has_head || !load_is_clean(load)) return;
    Library *library = load->library;
    for (int i = 0; i < library->ladders.count; i++) {
        if (!text_is(text_of(library->ladders.items[i]->id), file.ladder->id)) continue;
        *library->ladders.items[i] = *file.ladder;
        return;
    }
    *list_push(load->arena, &library->ladders) = file.ladder;
}
