#include "library/way.h"

#include "library/load.h"
#include "library/move.h"

typedef struct {
    MoveFile file; // first: the readers of a move's parts read those of a way
    Way *way;
    LIST(Span) saying_spans;
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

static void read_saying(Line *line, void *target) {
    WayFile *file = target;
    line->at = 0;
    Span span = line_span(line);
    WaySaying saying = {.stage = line_string(line, "the name of a phase"), .text = line_string(line, "what is said")};
    line_end(line);
    if (line->has_failed) return;
    if (way_saying(file->way, saying.stage)) {
        line_error(line, span, "'%s' is said already", saying.stage);
        return;
    }
    *list_push(line->load->arena, &file->way->sayings) = saying;
    *list_push(line->load->arena, &file->saying_spans) = span;
}

static void read_sayings(Line *line, void *target) {
    static const Rows sayings = {"what a way says", NULL, 0, read_saying};
    unsigned seen = 0;
    block_read(line->load, line->node->children, &sayings, target, &seen);
}

// A sentence of no phase would never be heard.
static void check_sayings(Load *load, const WayFile *file) {
    const Clip *clip = &file->way->clip;
    const char **names = arena_new(load->arena, const char *, 2 * clip->phases.count + 1);
    int count = 0;
    for (int i = 0; i < clip->phases.count; i++) {
        names[count++] = clip->phases.items[i].name;
        if (clip->phases.items[i].back) names[count++] = clip->phases.items[i].back;
    }
    for (int i = 0; i < file->way->sayings.count; i++) {
        Text stage = text_of(file->way->sayings.items[i].stage);
        bool is_known = false;
        for (int k = 0; k < count; k++) is_known |= text_is(stage, names[k]);
        if (is_known) continue;
        Diag *diag = load_error(load, file->saying_spans.items[i], "no phase is called '%.*s'", TEXT_ARGS(stage));
        if (diag) diag_suggest(load->diags, diag, stage, names, count);
    }
}

const char *way_saying(const Way *way, const char *stage) {
    for (int i = 0; i < way->sayings.count; i++) {
        if (text_is(text_of(way->sayings.items[i].stage), stage)) return way->sayings.items[i].text;
    }
    return NULL;
}

static const Row top_rows[] = {
    {"way", read_head, .has_children = true},
    {"pose", pose_read, .has_children = true, .repeats = true, .needed = "pose BACK"},
    {"motion", way_motion_read, .has_children = true, .needed = "motion, with the phases indented below it"},
    {"say", read_sayings, .has_children = true},
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
    way->path = load->source->path;
    way->clip.id = text_format(load->arena, "way-%s", way->id);
    check_sayings(load, &file);
    if (load_is_clean(load)) put(load, way);
}
