#include "ui/player.h"

#include "ui/compare.h"
#include "ui/layout.h"
#include "ui/overlay.h"
#include "ui/way_place.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

static const char *const group_words[GROUP_COUNT] = {
    [GROUP_STRETCH] = "Stretch",   [GROUP_STRENGTHEN] = "Strengthen", [GROUP_RELEASE] = "Release",
    [GROUP_MOBILISE] = "Mobilise", [GROUP_POSTURE] = "Posture",
};
static const char *const level_words[LEVEL_COUNT] = {
    "Beginner, level 1", "Beginner, level 2", "Beginner, level 3", "Beginner, level 4",
    "Advanced, level 1", "Advanced, level 2", "Advanced, level 3", "Advanced, level 4",
};
static const char *const side_words[SIDES] = {"Right side", "Left side"};

// What the column says; put together before anything is drawn.
typedef struct {
    Canvas *canvas;
    const PlayerState *state;
    const Theme *theme;
    PlayerLayout layout;
    const Segment *segment;
    Colour group;
} Player;

char *player_clock(Arena *arena, int64_t ms) {
    int seconds = (int)((ms + 999) / 1000);
    int hours = seconds / 3600, minutes = seconds / 60 % 60;
    if (hours > 0) return text_format(arena, "%d:%02d:%02d", hours, minutes, seconds % 60);
    return text_format(arena, "%d:%02d", minutes, seconds % 60);
}

static Arena *frame_arena(const Player *player) {
    return player->canvas->list->arena;
}

static const char *sided(const Player *player, const char *words) {
    bool second = player->segment->each_side && player->segment->side == LEFT;
    return second ? library_mirrored_words(frame_arena(player), words) : words;
}

static char *capitalised(Arena *arena, const char *words) {
    char *copy = text_copy(arena, text_of(words));
    copy[0] = (char)toupper((unsigned char)copy[0]);
    return copy;
}

static void draw_time_left(const Player *player) {
    Canvas *canvas = player->canvas;
    Rect box = player->layout.left;
    TextStyle style = {FACE_REGULAR, 30, .align = ALIGN_RIGHT, .colour = player->theme->soft_ink, .place = PLACE_MIDDLE};
    box.width -= canvas_text(canvas, box, style, "left").width + 10;
    style.face = FACE_SEMIBOLD;
    style.colour = player->theme->ink;
    int64_t left_ms = (int64_t)((double)player->state->view.left_ms / player->state->tempo);
    canvas_text(canvas, box, style, player_clock(frame_arena(player), left_ms));
}

static void draw_header(const Player *player) {
    Canvas *canvas = player->canvas;
    const Session *session = player->state->session;
    Rect box = player->layout.title;
    TextStyle style = {FACE_SEMIBOLD, 30, .colour = player->theme->ink, .place = PLACE_MIDDLE};
    Rect used = canvas_text(canvas, box, style, session->routine->name);
    const char *level = level_words[session->level];
    level = text_format(frame_arena(player), "·  %s", level);
    float x = used.x + used.width + 18, width = box.x + box.width - x;
    if (canvas_width(canvas, level, FACE_REGULAR, 30) <= width) {
        style.face = FACE_REGULAR;
        style.colour = player->theme->soft_ink;
        canvas_text(canvas, (Rect){x, box.y, width, box.height}, style, level);
    }
    draw_time_left(player);
}

// ---- the picture ----

// So fine that the slowest phase, at half tempo, goes on with every refresh of the screen.
enum { POSITION_STEPS = 2048 };

// Moments that look the same give equal lists.
static double in_steps(double part, double steps) {
    return round(part * steps) / steps;
}

static float scale_of(const Player *player) {
    FigureExtent extent = {0};
    const Session *session = player->state->session;
    const Move *before = NULL;
    for (int i = 0; i < session->segments.count; i++) {
        const Move *move = session->segments.items[i].move;
        if (move && move != before) figure_extent_add(&extent, &player->state->sheets, move->id);
        before = move;
    }
    for (int i = 0; i < session->passages.count; i++)
        figure_extent_add(&extent, &player->state->sheets, session->passages.items[i].way->clip.id);
    return figure_scale(player->canvas, player->layout.figure, extent);
}

static bool has_sheet_called(const Player *player, const char *id) {
    float left, right, up, down;
    const SheetMeasure *sheets = &player->state->sheets;
    return sheets->extent(sheets->context, id, &left, &right, &up, &down);
}

static bool has_sheet(const Player *player, const Move *move) {
    return move && has_sheet_called(player, move->id);
}

static DrawOp *figure_op(const Player *player, DrawKind kind, const FigureView *figure, FigurePlace place, float scale) {
    DrawOp *op = canvas_add(player->canvas, kind, (Rect){place.x, place.y, 0, 0});
    stage_fill(op, figure);
    op->position = in_steps(figure->position, POSITION_STEPS);
    op->fullness = in_steps(figure->fullness, 256);
    op->glow = player->state->muscle_light ? in_steps(figure->glow, 32) : 0;
    op->pixels_per_metre = scale;
    return op;
}

// Without a picture of the way the first pose waits in its place.
static FigureView without_way(const Player *player, const FigureView *figure) {
    const Clip *clip = &figure->move->clip;
    const char *pose = clip->poses.items[clip->phases.items[0].from].name;
    return (FigureView){.move = figure->move, .from = pose, .to = pose, .mirrored = player->segment->side == LEFT,
                        .glow = figure->glow};
}

// When a dissolve brings the one figure and takes the other, 0..1 of it.
typedef struct {
    double comes_from, comes_until, goes_from, goes_until;
} Fades;

static double faded_by(double part, double from, double until) {
    return fmin(fmax((part - from) / (until - from), 0), 1);
}

// The one figure comes in over the other before that goes, so that the two are never seen through. Before the camera is
// near, or once it is far again: what is out of sight in the near picture would lie over the caption.
static void draw_dissolve(const Player *player, const Stage *stage, const View *view) {
    static const Fades even = {0, 0.6, 0.4, 1}, nearer = {0, 0.4, 0.2, 0.6}, farther = {0.4, 0.8, 0.6, 1};
    Dissolve dissolve = stage_dissolve(stage, player->state->session, view);
    bool is_zoom = dissolve.zoom_leaving != dissolve.zoom_arriving;
    const Fades *fades = !is_zoom ? &even : dissolve.zoom_leaving > dissolve.zoom_arriving ? &nearer : &farther;
    double part = in_steps(view->arrived, 64);
    double coming = faded_by(part, fades->comes_from, fades->comes_until);
    double going = faded_by(part, fades->goes_from, fades->goes_until);
    for (FigurePart drawn = FIGURE_GROUND; drawn <= FIGURE_BODY; drawn++) {
        DrawOp *op = figure_op(player, DRAW_FIGURE, &view->leaving, dissolve.leaving, stage->pixels_per_metre);
        op->part = drawn, op->faded = going, op->beside = true;
        if (is_zoom) op->zoom = dissolve.zoom_leaving;
        op = figure_op(player, DRAW_FIGURE, &view->figure, dissolve.arriving, stage->pixels_per_metre);
        op->part = drawn, op->faded = 1 - coming;
        if (is_zoom) op->zoom = dissolve.zoom_arriving;
    }
}

// Marks of the floor go back under one who walks, as fast as the foot that stands there; they fade at both ends.
static void draw_floor(const Player *player, const Stage *stage, FigureView figure, FigurePlace place) {
    static const float half = 0.78f, mark = 0.16f, fade = 0.3f; // metres
    enum { MARKS_A_STRIDE = 4, THICK = 7, BELOW = 13 };
    figure.position = in_steps(figure.position, POSITION_STEPS); // the frame that is drawn
    FigureBody body = stage_body(stage, &figure);
    if (body.stride <= 0) return;
    float scale = stage->pixels_per_metre / player->canvas->scale, apart = body.stride / MARKS_A_STRIDE;
    float first = ceilf((-half + body.travel) / apart) * apart - body.travel;
    for (float x = first; x <= half; x += apart) {
        float strength = fminf(1, (half - fabsf(x)) / fade), middle = place.x + (figure.mirrored ? -x : x) * scale;
        Colour colour = player->theme->soft_ink;
        colour.a = (uint8_t)(70 * strength);
        Rect box = {middle - mark / 2 * scale, place.y + BELOW, mark * scale, THICK};
        canvas_box(player->canvas, box, THICK / 2.0f, colour);
    }
}

static void draw_figure(const Player *player) {
    View view = player->state->view;
    const Session *session = player->state->session;
    Stage stage = {player->canvas, player->layout.figure, scale_of(player), &player->state->sheets};
    if (view.figure.way && !has_sheet_called(player, view.figure.way->clip.id)) view.figure = without_way(player, &view.figure);
    bool has_both = view.leaving.move && !(view.leaving.way && !has_sheet_called(player, view.leaving.way->clip.id)) &&
                    has_sheet(player, view.leaving.move);
    FigurePlace place = stage_place(&stage, session, view.segment_index, &view.figure);
    if (has_both) {
        draw_dissolve(player, &stage, &view);
    } else {
        draw_floor(player, &stage, view.figure, place);
        figure_op(player, DRAW_FIGURE, &view.figure, place, stage.pixels_per_metre);
    }
    FigureView soon[VIEW_SOON];
    double now_ms = (double)(session->length_ms - view.left_ms);
    int count = session_view_soon(session, now_ms, soon);
    for (int i = 0; i < count; i++) figure_op(player, DRAW_SOON, &soon[i], place, stage.pixels_per_metre);
}

// Without a picture the name is as large as it would be.
static const char *why_no_picture(const Player *player, const Move *move) {
    const DrawingMeasure *drawings = &player->state->drawings;
    int percent = drawings->percent ? drawings->percent(drawings->context, move->id) : -1;
    return percent < 0 ? "This move has no picture." : text_format(frame_arena(player), "Drawing this move: %d %%", percent);
}

static void draw_words_for_picture(const Player *player, const Move *move) {
    Rect area = rect_inset(player->layout.figure, 40, 100);
    area.height -= 60;
    TextStyle style = {FACE_SEMIBOLD, 104, 44, 5, 1.15f, ALIGN_CENTRE, player->theme->ink, PLACE_MIDDLE};
    Rect used = canvas_text(player->canvas, area, style, move->name);
    Rect below = {area.x, used.y + used.height + 20, area.width, 40};
    TextStyle small = {FACE_REGULAR, 30, TEXT_SMALLEST, .align = ALIGN_CENTRE, .colour = player->theme->soft_ink};
    canvas_text(player->canvas, below, small, why_no_picture(player, move));
}

// A move that is still being drawn, or a sheet that a person drew without the mistake, has nothing to compare.
static Comparing comparing(const PlayerState *state) {
    const FigureView *wrong = &state->comparison.wrong;
    if (state->comparing == COMPARE_NOT) return COMPARE_NOT;
    bool can = state->sheets.has_pose(state->sheets.context, wrong->move->id, wrong->from);
    return can ? state->comparing : COMPARE_NOT;
}

static void draw_picture(const Player *player) {
    const PlayerState *state = player->state;
    const Move *move = state->view.figure.move;
    Rect area = player->layout.figure;
    if (comparing(state) == COMPARE_NOW) {
        compare_draw(player->canvas, player->theme, area, &state->comparison, &state->sheets);
    } else if (has_sheet(player, move)) {
        draw_figure(player);
        if (comparing(state) == COMPARE_SOON) compare_prepare(player->canvas, area, &state->comparison, &state->sheets);
    } else if (move) {
        draw_words_for_picture(player, move);
    }
}

static void draw_caption(const Player *player) {
    bool compares = comparing(player->state) == COMPARE_NOW; // the sentence belongs to the picture
    const char *caption = compares ? player->state->comparison.words : player->state->view.caption;
    bool is_in_column = !player->segment->move && player->segment->text;
    if ((!player->state->captions && !compares) || !caption || is_in_column) return;
    TextStyle style = {FACE_MEDIUM, 44, TEXT_SMALLEST, player->canvas->tall ? 3 : 2, 1.22f, ALIGN_CENTRE,
                       player->theme->ink, PLACE_TOP};
    canvas_text(player->canvas, player->layout.caption, style, caption);
}

// ---- the column ----

// A hair space between the capitals: the label is spaced without the painter knowing.
static char *spaced_capitals(Arena *arena, const char *words) {
    char *spaced = arena_alloc(arena, strlen(words) * 4 + 1), *to = spaced;
    for (; *words; words++) {
        *to++ = (char)toupper((unsigned char)*words);
        if (words[1]) memcpy(to, "\u200A", 3), to += 3;
    }
    return spaced;
}

// The name stands on the row below it, so that the column holds together when it is short.
static void draw_name(const Player *player) {
    const Segment *segment = player->segment;
    TextStyle name = {FACE_SEMIBOLD, 68, 32, 3, 1.1f, ALIGN_LEFT, player->theme->ink, PLACE_BOTTOM};
    Rect used = canvas_text(player->canvas, player->layout.name, name, segment_name(segment));
    TextStyle label = {FACE_SEMIBOLD, 28, .colour = player->group, .place = PLACE_MIDDLE};
    Rect group = player->layout.group;
    group.y += used.y - player->layout.name.y;
    canvas_text(player->canvas, group, label, spaced_capitals(frame_arena(player), group_words[segment->group]));
}

// The side in a pill, then which set this is.
static void draw_side(const Player *player) {
    Canvas *canvas = player->canvas;
    const Segment *segment = player->segment;
    Rect row = player->layout.side;
    if (segment->each_side) {
        const char *words = side_words[segment->side];
        TextStyle style = {FACE_SEMIBOLD, 34, .align = ALIGN_CENTRE, .colour = player->theme->white, .place = PLACE_MIDDLE};
        Rect pill = {row.x, row.y, canvas_width(canvas, words, style.face, style.size) + 60, row.height};
        canvas_box(canvas, pill, pill.height / 2, player->group);
        canvas_text(canvas, rect_inset(pill, 30, 0), style, words);
        row.x += pill.width + 24, row.width -= pill.width + 24;
    }
    const char *count = NULL;
    if (segment->sets > 1) count = text_format(frame_arena(player), "Set %d of %d", segment->set, segment->sets);
    else if (segment->rounds > 1) {
        count = text_format(frame_arena(player), "Round %d of %d", segment->round, segment->rounds);
    }
    TextStyle style = {FACE_REGULAR, 32, TEXT_SMALLEST, .colour = player->theme->soft_ink, .place = PLACE_MIDDLE};
    if (count) canvas_text(canvas, row, style, count);
}

static void draw_number(const Player *player, int number, int of) {
    Canvas *canvas = player->canvas;
    Rect ring = player->layout.ring;
    TextStyle style = {FACE_SEMIBOLD, number > 99 ? 96 : 128, .leading = 1, .align = ALIGN_CENTRE,
                       .colour = player->theme->ink, .place = PLACE_MIDDLE};
    if (of > 0) {
        style.size = number > 99 ? 72 : 100;
        Rect below = {ring.x, ring.y + 164, ring.width, 40};
        TextStyle small = {FACE_MEDIUM, 32, .align = ALIGN_CENTRE, .colour = player->theme->soft_ink, .place = PLACE_MIDDLE};
        canvas_text(canvas, below, small, text_format(frame_arena(player), "of %d", of));
        ring = (Rect){ring.x, ring.y + 50, ring.width, 120};
    }
    canvas_text(canvas, ring, style, text_format(frame_arena(player), "%d", number));
}

static void draw_ring(const Player *player) {
    Canvas *canvas = player->canvas;
    const View *view = &player->state->view;
    Rect ring = player->layout.ring;
    double ready_ms = player->state->ready_left_ms;
    float turn = (float)(ready_ms > 0 ? ready_ms / RESUME_READY_MS : view->ring);
    canvas_ring(canvas, ring, 18, 1, player->theme->track);
    if (turn > 0) canvas_ring(canvas, ring, 18, turn, player->group);
    if (ready_ms > 0) {
        draw_number(player, (int)ceil(ready_ms / 1000), 0);
        return;
    }
    if (view->number_of > 0 && view->phase_ring > 0) {
        Colour light = colour_mix(player->theme->track, player->group, 0.55f);
        canvas_ring(canvas, rect_inset(ring, 24, 24), 8, (float)view->phase_ring, light);
    }
    if (view->number > 0) draw_number(player, view->number, view->number_of); // 0: the hold is over
}

static void draw_phase(const Player *player) {
    const char *word = player->state->ready_left_ms > 0 ? "Get ready" : player->state->view.phase_word;
    TextStyle style = {FACE_SEMIBOLD, 60, TEXT_SMALLEST, 3, 1.1f, ALIGN_LEFT, player->theme->ink, PLACE_MIDDLE};
    if (player->canvas->tall) style.lines = 1;
    canvas_text(player->canvas, player->layout.phase, style, capitalised(frame_arena(player), word));
}

// Cool where a muscle is stretched, warm where it works; a move that does both is called by its group.
static Colour feel_colour(const Player *player) {
    const Move *move = player->segment->move;
    bool stretches = false;
    for (int i = 0; i < MUSCLE_COUNT; i++) stretches |= move->clip.muscles[i] == MUSCLE_STRETCHES;
    if (move->group == GROUP_STRENGTHEN) return player->theme->warm;
    bool is_cool = stretches || move->group == GROUP_STRETCH || move->group == GROUP_RELEASE;
    return is_cool ? player->theme->cool : player->theme->warm;
}

// How it is done; what it stands for, while getting ready.
static const char *note_of(const Player *player, bool tells_swap) {
    const Segment *segment = player->segment;
    const char *how = segment->text ? capitalised(frame_arena(player), sided(player, segment->text)) : NULL;
    if (!tells_swap) return how;
    const char *instead = text_format(frame_arena(player), "Instead of %s", segment->swapped_name);
    return how ? text_format(frame_arena(player), "%s. %s", how, instead) : instead;
}

static void draw_feel(const Player *player) {
    Canvas *canvas = player->canvas;
    const Segment *segment = player->segment;
    Rect box = player->layout.feel, words = {box.x + 34, box.y, box.width - 34, box.height};
    bool tells_swap = segment->swapped_name && segment->kind == SEGMENT_READY;
    const char *note = note_of(player, tells_swap);
    TextStyle style = {FACE_REGULAR, 30, TEXT_SMALLEST, note && !tells_swap ? 2 : 3, 1.2f, ALIGN_LEFT,
                       player->theme->soft_ink, PLACE_TOP};
    if (segment->move->feel && !tells_swap) {
        const char *feel = text_format(frame_arena(player), "Feel it in %s", sided(player, segment->move->feel));
        Rect used = canvas_text(canvas, words, style, feel);
        canvas_box(canvas, (Rect){box.x, box.y + 8, 20, 20}, 10, feel_colour(player));
        words.y += used.height, words.height -= used.height;
    }
    if (!note) return;
    style.face = FACE_MEDIUM;
    canvas_text(canvas, words, style, note);
}

static void draw_next(const Player *player) {
    Canvas *canvas = player->canvas;
    const View *view = &player->state->view;
    if (!view->next_move) return;
    Rect card = player->layout.card, words = rect_inset(card, 20, 0);
    canvas_box(canvas, card, 24, player->theme->card);
    if (has_sheet(player, view->next_move)) {
        Rect poster = {card.x + 16, card.y + 10, 124, card.height - 20};
        DrawOp *op = canvas_add(canvas, DRAW_POSTER, poster);
        op->move = view->next_move->id;
        op->mirrored = view->next_each_side && view->next_side == LEFT;
        float taken = poster.x + poster.width + 18 - words.x;
        words.x += taken, words.width -= taken;
    }
    const char *label = "Next";
    if (view->next_each_side) label = view->next_side == LEFT ? "Next, left side" : "Next, right side";
    TextStyle small = {FACE_REGULAR, 28, .colour = player->theme->soft_ink, .place = PLACE_MIDDLE};
    canvas_text(canvas, (Rect){words.x, card.y + 16, words.width, 34}, small, label);
    TextStyle name = {FACE_SEMIBOLD, 32, TEXT_SMALLEST, 2, 1.1f, ALIGN_LEFT, player->theme->ink, PLACE_MIDDLE};
    canvas_text(canvas, (Rect){words.x, card.y + 48, words.width, 70}, name, view->next_name ? view->next_name : view->next_move->name);
}

// A sentence of the routine, or of the end, where an exercise has its name and ring.
static void draw_sentence(const Player *player) {
    const char *words = player->segment->text ? player->segment->text : player->state->view.phase_word;
    double ready_ms = player->state->ready_left_ms;
    if (ready_ms > 0) words = text_format(frame_arena(player), "%.0f", ceil(ready_ms / 1000));
    TextStyle style = {FACE_SEMIBOLD, 68, 36, 8, 1.2f, ALIGN_LEFT, player->theme->ink, PLACE_MIDDLE};
    canvas_text(player->canvas, player->layout.words, style, words);
}

static void draw_exercise(const Player *player) {
    draw_name(player);
    draw_side(player);
    draw_ring(player);
    draw_phase(player);
    draw_feel(player);
}

void player_draw(Canvas *canvas, const PlayerState *state) {
    const Segment *segment = state->view.segment;
    Player player = {canvas, state, state->theme, player_layout(canvas), segment, state->theme->groups[segment->group]};
    canvas_backdrop(canvas, state->theme->paper, state->theme->paper_edge);
    draw_header(&player);
    draw_picture(&player);
    draw_caption(&player);
    if (segment->move) draw_exercise(&player);
    else draw_sentence(&player);
    draw_next(&player);
    player_bar_draw(canvas, state, player.layout.bar);
    if (state->toast) toast_draw(canvas, state->theme, player.layout.toast, state->toast);
}
