#include "app/start.h"

#include "app/scripts.h"
#include "base/file.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_ID = 60, LONGEST_START = 4000 };

// Each text takes the id and the name.
static const char routine_start[] =
    "# A line is one thing to do; lines indented below a line belong to it; what follows '#' is for you.\n"
    "routine %s \"%s\"\n"
    "  level beginner\n"
    "  about \"One sentence about it, for the list of sessions.\"\n"
    "  needs mat, pillow\n"
    "\n"
    "# First loosen what is tight. A move that has sides says so.\n"
    "stretch\n"
    "  reps cat-cow 6 pause 1s\n"
    "  hold half-kneel-hip-flexor 30s each side\n"
    "\n"
    "# Then strengthen what is weak. '3 x 10s' is three holds; '2 rounds, rest 30s' does the section twice.\n"
    "strengthen\n"
    "  hold bridge-hold 3 x 10s rest 15s\n"
    "  reps clam 10 pause 1s each side\n"
    "\n"
    "# Then let go.\n"
    "release\n"
    "  hold childs-pose 45s\n"
    "  say \"Notice how your back feels.\"\n";

static const char ladder_start[] =
    "# A slot: one kind of exercise, and what it means at each level. A routine names it like this: strengthen %1$s\n"
    "# Levels may be left out; the slot is then not used there.\n"
    "ladder %1$s\n"
    "  B1  hold bridge-hold 3 x 10s rest 15s\n"
    "  B2  hold bridge-hold 3 x 15s rest 15s\n"
    "  B3  hold bridge-hold 3 x 20s rest 15s\n"
    "  B4  reps bridge-reps 10 pause 2s note \"push through your heels\"\n"
    "  A1  reps bridge-reps 2 x 12 pause 2s rest 30s\n";

static const char plan_start[] =
    "# Day 1 is whichever day you begin on. A day that is not written is free.\n"
    "plan %s \"%s\"\n"
    "  level beginner\n"
    "  about \"One sentence about it.\"\n"
    "\n"
    "week 1 at B1\n"
    "  day 1 b-full\n"
    "  day 2 b-stretch, also \"Walk 10 minutes.\"\n"
    "  day 3 b-full\n"
    "  day 4 b-stretch\n"
    "  day 5 short\n"
    "  day 7 rest\n"
    "\n"
    "# The same days, but for those written here. A dose below a day stands in for the routine's.\n"
    "week 2 at B2 like week 1\n"
    "  day 5 b-full\n"
    "    child hold childs-pose 60s\n"
    "\n"
    "# Amber is a morning with sore muscles of 5 or 6 of 10, red one of 7 or more.\n"
    "progress\n"
    "  up    when 2 of 3 strength sessions done and soreness next morning at most 4\n"
    "  stay  when amber once\n"
    "  down  when amber twice or red once\n";

static const char move_start[] =
    "# A move: what is told, how the figure stands, how it gets from pose to pose, and what must be true of the picture.\n"
    "# Degrees and metres, of the right side. What a joint's numbers mean is in routines/README.md.\n"
    "# See it: limber-bake THIS-FILE --contact-sheet poses.png     Check it: limber-bake THIS-FILE --check\n"
    "move %s \"%s\"\n"
    "  group strengthen\n"
    "  position supine\n"
    "  mode hold\n"
    "  camera side\n"
    "  needs mat\n"
    "  works glute-max hamstrings\n"
    "  stretches hip-flexors\n"
    "  skip supine-pregnant floor-transfer\n"
    "  easier \"Lift only half way.\"\n"
    "  harder \"Lift until shoulders, hips and knees are in line.\"\n"
    "  dose beginner 3 x 10s rest 15s\n"
    "  dose advanced 4 x 20s rest 15s\n"
    "  feel \"your buttocks\"\n"
    "  mistake \"Holding the breath.\"\n"
    "\n"
    "say\n"
    "  setup   \"Lie on your back, knees bent, feet flat.\"\n"
    "  go      \"Squeeze your buttocks and lift your hips a little.\"\n"
    "  form    \"Knees stay apart.\"\n"
    "  hold    \"Keep breathing.\"\n"
    "  release \"Lower slowly.\"\n"
    "\n"
    "pose START\n"
    "  pelvis pitch 90 at 0.087 0.1 0\n"
    "  shoulder -6 20   forearm 85   hand flat\n"
    "  hip 63   knee 140   ankle flat\n"
    "\n"
    "# Only what differs from START.\n"
    "pose UP like START\n"
    "  pelvis pitch 104 at 0.045 0.2 0\n"
    "  neck 13   head 4\n"
    "  shoulder -18 20\n"
    "  hip 32   knee 129\n"
    "\n"
    "motion\n"
    "  lift    START -> UP  3s    breathe out\n"
    "  stay    UP           hold  breathe slow\n"
    "  lower   UP -> START  3s    breathe in\n"
    "\n"
    "planted feet shoulders head\n"
    "\n"
    "check UP height hip 15..25\n";

static const struct {
    const char *kind, *ending, *text;
    bool is_move; // it goes to the folder of moves
    const char *next; // what to do with the file
} starts[] = {
    {"routine", ".routine", routine_start, false, "play it:  limber play %s"},
    {"move", ".move", move_start, true, "check it: limber check %s"},
    {"ladder", ".ladder", ladder_start, false, "check it: limber check %s"},
    {"plan", ".plan", plan_start, false, "check it: limber check %s"},
};
enum { STARTS = sizeof starts / sizeof *starts };

static int kind_named(const char *word, Error *error) {
    const char *names[STARTS];
    for (int i = 0; i < STARTS; i++) {
        names[i] = starts[i].kind;
        if (strcmp(word, names[i]) == 0) return i;
    }
    const char *near = text_nearest(text_of(word), names, STARTS);
    if (near) error_set(error, "limber new cannot make a '%s'; did you mean '%s'?", word, near);
    else error_set(error, "limber new cannot make a '%s'; it makes a routine, a move, a ladder or a plan", word);
    return -1;
}

static bool check_id(const char *id, Error *error) {
    bool good = islower((unsigned char)*id);
    for (const char *at = id; *at; at++) good = good && (islower((unsigned char)*at) || isdigit((unsigned char)*at) || *at == '-');
    if (!good) return error_set(error, "'%s' cannot be an id: it takes small letters, digits and hyphens, such as my-evening", id);
    return strlen(id) <= LONGEST_ID || error_set(error, "'%s' is too long: an id has at most %d letters", id, LONGEST_ID);
}

// What has this id already: its file, or NULL.
static const char *taken_by(const Library *library, int kind, const char *id) {
    Text text = text_of(id);
    const Move *move = library_move(library, text);
    const Routine *routine = library_routine(library, text);
    const Ladder *ladder = library_ladder(library, text);
    const Plan *plan = library_plan(library, text);
    const char *paths[STARTS] = {routine ? routine->path : NULL, move ? move->path : NULL, ladder ? ladder->path : NULL,
                                 plan ? plan->path : NULL};
    return paths[kind];
}

// "my-evening" -> "My evening"
static const char *name_of(Arena *arena, const char *id) {
    char *name = text_copy(arena, text_of(id));
    for (char *at = name; *at; at++) *at = *at == '-' ? ' ' : *at;
    name[0] = (char)toupper((unsigned char)name[0]);
    return name;
}

static bool write_start(Arena *arena, int kind, const char *id, const char *folder, const char **path, Error *error) {
    *path = text_format(arena, "%s/%s%s", folder, id, starts[kind].ending);
    if (file_exists(*path)) return error_set(error, "%s is there already; nothing was changed", *path);
    char text[LONGEST_START];
    int size = snprintf(text, sizeof text, starts[kind].text, id, name_of(arena, id));
    return folder_make(folder, error) && file_write(*path, (Text){text, size}, error);
}

static bool start(Arena *arena, const Folders *folders, const char *const *arguments, int count, Error *error) {
    int kind = kind_named(arguments[0], error);
    if (kind < 0 || !check_id(arguments[1], error)) return false;
    Scripts scripts;
    if (!scripts_read(arena, folders, &scripts, error)) return false;
    const char *taken = taken_by(&scripts.library, kind, arguments[1]), *path;
    if (taken) return error_set(error, "there is a %s '%s' already, in %s; choose another name", starts[kind].kind, arguments[1], taken);
    const char *folder = count > 2 ? arguments[2] : starts[kind].is_move ? folders->own_moves : folders->own_routines;
    if (!write_start(arena, kind, arguments[1], folder, &path, error)) return false;
    printf("%s\n", path);
    printf("%s\n", text_format(arena, starts[kind].next, path));
    return true;
}

int start_new(Arena *arena, const Folders *folders, const char *const *arguments, int count) {
    Error error = {0};
    if (start(arena, folders, arguments, count, &error)) return 0;
    fprintf(stderr, "limber: %s\n", error.sentence);
    return 1;
}
