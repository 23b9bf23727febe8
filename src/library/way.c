#include "library/way.h"

#include "library/load.h"
#include "library/move.h"

typedef struct {
    MoveFile file; // first: the readers of a move's parts read those of a way
    Way *way;
} WayFile;

static void read_end(Line *line, void *target) {
    Way *way = ((WayFile *)target)->way;
    int position = line_name(line, "position", position_names, POSITION_COUNT);
    if (position < 0) return;
    way->ends[line->row->value] = (Position)position;
    way->mirrored[line->row->value] = line_take(line, "mirrored");
}

static const Row head_rows[] = {
    {"from", read_end, 0, .needed = "from supine"},
    {"to", read_end, 1, .needed = "to side-lying"},
    {"camera", camera_read, .needed = "camera side"},
    {"needs", needs_read},
};
static const Rows head = ROWS("a way", head_rows);

static void read_head(Line *line, void *target) {
    WayFile *file = target;
    file->file.head = line->node->span;
    file->file.has_head = true;
    file->way->id = load_header(line, KIND_WAY);
    unsigned seen = 0;
    block_read(line->load, line->node->children, &head, file, &seen);
    block_require(line->load, line->node->span, &head, seen);
}

static const Row top_rows[] = {
    {"way", read_head, .has_children = true},
    {"pose", pose_read, .has_children = true, .repeats = true, .needed = "pose BACK"},
    {"motion", way_motion_read, .has_children = true, .needed = "motion, with the phases indented below it"},
    {"prop", prop_read, .repeats = true},
};
static const Rows top = ROWS("a way", top_rows);

static void put(Load *load, Way *way) {
    Library *library = load->library;
    for (int i = 0; i < library->ways.count; i++) {
        if (!text_is(text_of(library->ways.items[i]->id), way->id)) continue;
        *library->ways.items[i] = *way;
        return;
    }
    *list_push(load->arena, &library->ways) = way;
}

void way_read(Load *load, const Node *tree) {
    WayFile file = {.file = {.move = arena_new(load->arena, Move, 1)}, .way = arena_new(load->arena, Way, 1)};
    file.file.move->clip.is_way = true;
    unsigned seen = 0;
    block_read(load, tree, &top, &file, &seen);
    if (!file.file.has_head) return;
    block_require(load, file.file.head, &top, seen);
    leanings_check(load, &file.file);
    Way *way = file.way;
    way->clip = file.file.move->clip;
    way->clip.id = text_format(load->arena, "way-%s", way->id);
    if (load_is_clean(load)) put(load, way);
}
