#include "library/load.h"
#include "library/move.h"

#include <stdio.h>

enum { MAX_PROPS = 8 };

// Where props and hands may be, one of each side or one in the middle.
static const char *const places[] = {"hip", "buttock", "thigh", "knee", "shin", "ankle", "foot", "head", "chest",
                                     "belly", "back", "pelvis", "shoulder", "elbow", "hand"};
static const char *const plurals[] = {"hips", "buttocks", "thighs", "knees", "shins", "ankles", "feet", NULL, NULL,
                                      NULL, NULL, NULL, "shoulders", "elbows", "hands"};
enum { PLACES = sizeof places / sizeof *places };

// "knee right", or "knees"; what is in the middle has no side.
static void read_place(Line *line, PropUse *use) {
    for (int i = 0; i < PLACES; i++) {
        if (!plurals[i] || !line_take(line, plurals[i])) continue;
        use->place = (BodyPlace)(PLACE_HIP + i);
        use->at[RIGHT] = use->at[LEFT] = true;
        return;
    }
    int place = line_name(line, "part of the body", places, PLACES);
    if (place < 0) return;
    use->place = (BodyPlace)(PLACE_HIP + place);
    bool right = line_take(line, "right"), left = !right && line_take(line, "left");
    if (plurals[place] && !right && !left) line_expected(line, "'right' or 'left'");
    use->at[RIGHT] = !left;
    use->at[LEFT] = left || !plurals[place];
}

static void read_word(Line *line, const char *word) {
    char what[40];
    snprintf(what, sizeof what, "'%s'", word);
    if (!line_take(line, word)) line_expected(line, what);
}

static void require_place(Line *line, const PropUse *use, unsigned allowed, const char *what) {
    if (line->has_failed || (allowed & 1u << use->place)) return;
    line_error(line, line_last(line), "%s", what);
}

static void read_wall(Line *line, PropUse *use) {
    use->is_beside = line_take(line, "beside");
    read_word(line, "at");
    double at = line_number(line, "the place of the wall", -3, 3);
    if (use->is_beside) use->z = at;
    else use->x = at;
}

static void read_doorway(Line *line, PropUse *use) {
    read_word(line, "at");
    use->x = line_number(line, "the place along x", -3, 3);
    use->gap = line_take(line, "wide") ? line_number(line, "the width of a doorway", 0.6, 1.6) : 1.0;
}

static void read_chair(Line *line, PropUse *use) {
    read_word(line, "at");
    use->x = line_number(line, "the place along x", -3, 3);
    use->z = line_number(line, "the place along z", -3, 3);
}

static void read_roller(Line *line, PropUse *use) {
    read_word(line, "under");
    read_place(line, use);
    require_place(line, use, 1u << PLACE_THIGH | 1u << PLACE_BUTTOCK | 1u << PLACE_BACK,
                  "a roller lies under a thigh, a buttock or the back");
    if (use->place == PLACE_THIGH) use->share = line_number(line, "the share of the way from hip to knee", 0, 1);
}

static void read_ball(Line *line, PropUse *use) {
    read_word(line, "behind");
    read_place(line, use);
    require_place(line, use, 1u << PLACE_BUTTOCK | 1u << PLACE_BACK | 1u << PLACE_SHOULDER,
                  "a ball is behind a buttock, a shoulder or the back");
    if (!line_take(line, "on")) return;
    read_word(line, "wall");
}

static void read_strap(Line *line, PropUse *use) {
    read_word(line, "from");
    read_word(line, "hands");
    read_word(line, "to");
    read_place(line, use);
    require_place(line, use, 1u << PLACE_FOOT | 1u << PLACE_THIGH | 1u << PLACE_ANKLE,
                  "a strap goes to a foot, an ankle or a thigh");
}

static void read_band(Line *line, PropUse *use) {
    if (!line_take(line, "in")) read_word(line, "around");
    read_place(line, use);
    require_place(line, use, 1u << PLACE_THIGH | 1u << PLACE_KNEE | 1u << PLACE_ANKLE | 1u << PLACE_FOOT | 1u << PLACE_HAND,
                  "a band is around thighs, knees, ankles or feet, or in the hands");
}

static void read_under(Line *line, PropUse *use) {
    read_word(line, "under");
    read_place(line, use);
}

static void read_weights(Line *line, PropUse *use) {
    read_word(line, "in");
    read_place(line, use);
    require_place(line, use, 1u << PLACE_HAND, "weights are in the hands");
}

static void read_mat(Line *line, PropUse *use) {
    (void)line, (void)use;
}

static void (*const readers[PROP_COUNT])(Line *line, PropUse *use) = {
    [PROP_MAT] = read_mat,       [PROP_WALL] = read_wall,     [PROP_CHAIR] = read_chair,  [PROP_ROLLER] = read_roller,
    [PROP_BALL] = read_ball,     [PROP_STRAP] = read_strap,   [PROP_BAND] = read_band,    [PROP_PILLOW] = read_under,
    [PROP_TOWEL] = read_under,   [PROP_DOORWAY] = read_doorway, [PROP_WEIGHTS] = read_weights,
};

void prop_read(Line *line, void *target) {
    MoveFile *file = target;
    Clip *clip = &file->move->clip;
    int kind = line_name(line, "prop", prop_names, PROP_COUNT);
    if (kind < 0) return;
    PropUse use = {.kind = (Prop)kind};
    if (kind == PROP_BALL) lean_on(line, file, PROP_WALL);
    readers[kind](line, &use);
    if (clip->placed.count == MAX_PROPS) line_error(line, line->node->span, "a move has at most %d props", MAX_PROPS);
    if (line->has_failed) return;
    clip->props[kind] = true;
    *list_push(line->load->arena, &clip->placed) = use;
}

void lean_on(Line *line, MoveFile *file, Prop prop) {
    *list_push(line->load->arena, &file->leanings) = (Leaning){line_last(line), prop};
}

void leanings_check(Load *load, const MoveFile *file) {
    static const char *const examples[PROP_COUNT] = {
        [PROP_WALL] = "prop wall at 0.6", [PROP_CHAIR] = "prop chair at 0 0", [PROP_DOORWAY] = "prop doorway at 0.1",
    };
    const Clip *clip = &file->move->clip;
    for (int i = 0; i < file->leanings.count; i++) {
        const Leaning *leaning = &file->leanings.items[i];
        bool stands = false;
        for (int p = 0; p < clip->placed.count; p++) stands |= clip->placed.items[p].kind == leaning->prop;
        if (stands) continue;
        Diag *diag = load_error(load, leaning->span, "no %s stands here", prop_names[leaning->prop]);
        diag_help(load->diags, diag, "say where it is: %s", examples[leaning->prop]);
    }
}

Prop surface_read(Line *line, MoveFile *file) {
    static const char *const names[] = {"wall", "doorway", "chair"};
    static const Prop props[] = {PROP_WALL, PROP_DOORWAY, PROP_CHAIR};
    int name = line_name(line, "surface", names, 3);
    if (name < 0) return PROP_MAT;
    lean_on(line, file, props[name]);
    return props[name];
}

// "knee left", "thigh right 0.8", "hip" or "wall"
void hold_read(Line *line, MoveFile *file, Side hand, HandHold *hold) {
    static const char *const walls[] = {"wall", "doorway"};
    static const Prop props[] = {PROP_WALL, PROP_DOORWAY};
    *hold = (HandHold){.side = hand};
    int wall = line_take_name(line, walls, 2);
    if (wall >= 0) {
        hold->prop = props[wall];
        lean_on(line, file, hold->prop);
        return;
    }
    int place = line_name(line, "part of the body", places, PLACES);
    if (place < 0) return;
    hold->place = (BodyPlace)(PLACE_HIP + place);
    if (line_take(line, "left")) hold->side = LEFT;
    else if (line_take(line, "right")) hold->side = RIGHT;
    if (hold->place != PLACE_THIGH && hold->place != PLACE_SHIN) return;
    hold->share = hold->place == PLACE_THIGH ? 0.6 : 0.3;
    if (line_is_kind(line, TOKEN_NUMBER)) hold->share = line_number(line, "the share of the way along it", 0, 1);
}
