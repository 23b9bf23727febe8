// limber-bake: reads moves and ways, checks them frame by frame and makes their sprite sheets.
#include "bake/bake.h"
#include "bake/contact.h"
#include "bake/crew.h"
#include "bake/report.h"
#include "base/file.h"
#include "library/way.h"

#include <dirent.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char LABEL_FONT[] = "/usr/share/fonts/opentype/inter/Inter-Medium.otf";

enum { EXIT_GOOD, EXIT_INPUT, EXIT_USAGE, EXIT_MACHINE };

static const char usage[] =
    "limber-bake: makes sprite sheets of moves, and of the ways between positions\n"
    "\n"
    "  limber-bake MOVE.move ... -o FOLDER [--scale S] [--jobs N]\n"
    "  limber-bake MOVE.move ... --check | --joints\n"
    "  limber-bake MOVE.move ... --contact-sheet OUT.png\n"
    "\n"
    "  -o FOLDER   where the sheets go, each as FOLDER/ID, of variants FOLDER/ID+VARIANT; those that are up to date are left alone\n"
    "  --scale S   size, 0.1 to 4; 1 is 440 pixels a metre (1)\n"
    "  --progress  prints how much of a move is drawn, a line such as: progress 40\n"
    "  --beside F  moves that others may name are in this folder as well\n"
    "  --jobs N    processors used at once, 1 to 64 (as many as there are)\n"
    "  --changed   leaves out moves whose sheets are younger than their file and than this program\n"
    "  --check     only runs the checks and prints every result\n"
    "  --joints    only prints frame,ms,phase,joint,x,y,z of every joint, metres\n"
    "  --contact-sheet OUT.png  one picture with every key pose of every move, and its common mistake\n"
    "  --help      this text\n"
    "\n"
    "Exit: 0 good, 1 a move is wrong or fails a check, 2 wrong use, 3 the disk or the like failed.\n";

typedef enum { TASK_BAKE, TASK_CHECK, TASK_JOINTS, TASK_CONTACT, TASK_HELP } Task;

typedef struct {
    Task task;
    BakeOptions bake;
    const char *contact; // file of the contact sheet
    const char *beside;  // folder of more moves, or NULL
    const char *program; // this one, when only what is older than it is baked; or NULL
    const char **files;
    int file_count;
} Options;

static bool say_usage(const char *format, const char *what) {
    fprintf(stderr, "limber-bake: ");
    fprintf(stderr, format, what);
    fprintf(stderr, "; limber-bake --help shows how it is used\n");
    return false;
}

static bool take_number(const char *name, const char *text, double least, double most, double *value) {
    char *end;
    *value = text ? strtod(text, &end) : 0;
    if (!text || end == text || *end) return say_usage("%s needs a number", name);
    return (*value >= least && *value <= most) || say_usage("the number of %s is out of range", name);
}

static void tell_progress(int percent) {
    printf("progress %d\n", percent);
    fflush(stdout);
}

static bool read_options(int count, char **words, Options *options) {
    double number;
    for (int i = 1; i < count; i++) {
        const char *word = words[i], *next = i + 1 < count ? words[i + 1] : NULL;
        if (strcmp(word, "--check") == 0) options->task = TASK_CHECK;
        else if (strcmp(word, "--joints") == 0) options->task = TASK_JOINTS;
        else if (strcmp(word, "--help") == 0) options->task = TASK_HELP;
        else if (strcmp(word, "--progress") == 0) options->bake.progress = tell_progress;
        else if (strcmp(word, "--changed") == 0) options->program = words[0];
        else if (strcmp(word, "-o") == 0) {
            if (!next) return say_usage("%s needs a folder", word);
            options->bake.folder = words[++i];
        } else if (strcmp(word, "--beside") == 0) {
            if (!next) return say_usage("%s needs a folder", word);
            options->beside = words[++i];
        } else if (strcmp(word, "--contact-sheet") == 0) {
            if (!next) return say_usage("%s needs a file to write", word);
            options->task = TASK_CONTACT;
            options->contact = words[++i];
        } else if (strcmp(word, "--scale") == 0) {
            if (!take_number(word, next, 0.1, 4, &options->bake.scale)) return false;
            i++;
        } else if (strcmp(word, "--jobs") == 0) {
            if (!take_number(word, next, 1, 64, &number)) return false;
            options->bake.jobs = (int)number;
            i++;
        } else if (word[0] == '-') {
            return say_usage("there is no option %s", word);
        } else {
            options->files[options->file_count++] = word;
        }
    }
    if (options->task == TASK_HELP) return true;
    if (!options->file_count) return say_usage("%s was named", "no move");
    if (options->task == TASK_BAKE && !options->bake.folder) return say_usage("%s says where the sheets go", "no -o");
    return true;
}

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

// Whether a clip passes its checks, and what fails.
typedef struct {
    const Clip *clip;
    const Motion *motion;
    bool passed, whole; // whole: what passes is reported, too
    TextBuilder report;
} Checking;

static bool check(void *of) {
    Checking *checking = of;
    Arena arena = {0};
    checking->passed = report_checks(&arena, checking->clip, checking->motion, checking->whole, &checking->report);
    arena_free(&arena);
    return checking->passed;
}

static int bake(Checking *checking, const Options *options) {
    const Clip *clip = checking->clip;
    BakeOptions baking = options->bake;
    BakeCount count;
    Error error = {0};
    double begun = seconds_now();
    baking.passes = check, baking.asked = checking;
    checking->passed = true; // until asked
    bool good = bake_sheet(clip, checking->motion, &baking, &count, &error);
    fprintf(stderr, "%.*s", TEXT_ARGS(builder_text(&checking->report)));
    if (!checking->passed) return EXIT_INPUT;
    if (!good) {
        fprintf(stderr, "limber-bake: %s\n", error.sentence);
        return EXIT_MACHINE;
    }
    if (count.kept) {
        printf("%s: up to date\n", clip->id);
        return EXIT_GOOD;
    }
    printf("%s: %d frames of %d x %d on %d pages, %.2f million rays, %.1f s\n", clip->id, count.shots, count.width,
           count.height, count.pages, (double)count.rays / 1e6, seconds_now() - begun);
    return EXIT_GOOD;
}

static int do_clip(const Clip *clip, const Options *options) {
    Arena arena = {0};
    TextBuilder joints = {0};
    Checking checking = {.clip = clip, .motion = motion_make(&arena, clip), .whole = options->task == TASK_CHECK};
    int result = EXIT_GOOD;
    if (options->task == TASK_JOINTS) {
        report_joints(clip, checking.motion, &joints);
        printf("%.*s", TEXT_ARGS(builder_text(&joints)));
    } else if (options->task == TASK_CHECK) {
        if (!check(&checking)) result = EXIT_INPUT;
        printf("%.*s", TEXT_ARGS(builder_text(&checking.report)));
    } else {
        result = bake(&checking, options);
    }
    builder_free(&joints);
    builder_free(&checking.report);
    arena_free(&arena);
    return result;
}

// Moves may name others (a variant its base), so the neighbours in their folders are read first;
// what is wrong with those is not said.
static bool read_neighbours(Arena *arena, const Options *options, Library *library, Error *error) {
    const char **folders = arena_new(arena, const char *, options->file_count + 1);
    int count = 0;
    if (options->beside) folders[count++] = options->beside;
    for (int i = 0; i < options->file_count; i++) {
        const char *file = options->files[i], *name = path_name(file);
        const char *folder = name == file ? "." : text_copy(arena, (Text){file, (int)(name - file)});
        bool known = false;
        for (int k = 0; k < count; k++) known = known || strcmp(folders[k], folder) == 0;
        if (!known) folders[count++] = folder;
    }
    Diags unsaid = {.arena = arena};
    return library_read(arena, folders, count, library, &unsaid, error);
}

typedef struct {
    LIST(const Clip *) clips;
    LIST(ContactWords) words; // of every clip
    LIST(const char *) files; // that it is from
} Wanted;

static void want(Arena *arena, const Clip *clip, const char *file, const char *name, const char *mistake,
                 Wanted *wanted) {
    *list_push(arena, &wanted->files) = file;
    *list_push(arena, &wanted->clips) = clip;
    *list_push(arena, &wanted->words) = (ContactWords){name, mistake};
}

// With its variants, each a sheet of its own.
static void want_move(Arena *arena, const Move *move, const char *file, Wanted *wanted) {
    want(arena, &move->clip, file, move->name, move->mistake, wanted);
    for (int i = 0; i < move->variants.count; i++) {
        const Move *variant = move->variants.items[i];
        const char *name = text_format(arena, "%s (%s)", move->name, variant->variant);
        want(arena, &variant->clip, file, name, move->mistake, wanted);
    }
}

// Reads one move or way; it is the one whose id is not where it was before.
static bool read_clip(Arena *arena, const char *path, Library *library, Diags *diags, Wanted *wanted, Error *error) {
    int moves = library->moves.count, ways = library->ways.count;
    const char **ids = arena_new(arena, const char *, moves + ways + 1);
    for (int i = 0; i < moves; i++) ids[i] = library->moves.items[i]->clip.id;
    for (int i = 0; i < ways; i++) ids[moves + i] = library->ways.items[i]->clip.id;
    if (!path_ends_with(path, ".move") && !path_ends_with(path, ".way"))
        return error_set(error, "cannot bake %s: its name ends in neither .move nor .way", path);
    if (!library_read_file(arena, path, library, diags, error)) return false;
    for (int i = 0; i < library->moves.count; i++)
        if (i >= moves || library->moves.items[i]->clip.id != ids[i])
            want_move(arena, library->moves.items[i], path, wanted);
    for (int i = 0; i < library->ways.count; i++) {
        const Clip *clip = &library->ways.items[i]->clip;
        if (i >= ways || clip->id != ids[moves + i]) want(arena, clip, path, clip->id, NULL, wanted);
    }
    return true;
}

static bool read_clips(Arena *arena, const Options *options, Wanted *wanted) {
    Library library = {0};
    Diags diags = {.arena = arena};
    Error error = {0};
    bool good = read_neighbours(arena, options, &library, &error);
    for (int i = 0; i < options->file_count && good; i++)
        good = read_clip(arena, options->files[i], &library, &diags, wanted, &error);
    TextBuilder findings = {0};
    diags_write(&diags, &findings);
    fprintf(stderr, "%.*s", TEXT_ARGS(builder_text(&findings)));
    builder_free(&findings);
    if (!good) fprintf(stderr, "limber-bake: %s\n", error.sentence);
    return good && !diags.errors;
}

static int draw_contact_sheet(const Wanted *wanted, const char *path) {
    Arena arena = {0};
    Error error = {0};
    LabelFont *font = NULL;
    ContactSheet sheet = {0};
    bool good = label_font_open(LABEL_FONT, &font, &error);
    sheet.font = font;
    for (int i = 0; i < wanted->clips.count && good; i++) {
        const Clip *clip = wanted->clips.items[i];
        contact_add(&arena, &sheet, clip, motion_make(&arena, clip), wanted->words.items[i]);
    }
    Picture whole = {0};
    if (good) whole = contact_picture(&sheet);
    good = good && picture_write(path, &whole, &error);
    picture_free(&whole);
    if (good) printf("%s: %d moves in %d rows\n", path, wanted->clips.count, sheet.row_ends.count);
    else fprintf(stderr, "limber-bake: %s\n", error.sentence);
    contact_free(&sheet);
    label_font_close(font);
    arena_free(&arena);
    return good ? EXIT_GOOD : EXIT_MACHINE;
}

// ---- what is baked, and by how many ----

static bool is_old(Arena *arena, const Options *options, const Clip *clip, const char *file) {
    const char *index = path_join(arena, path_join(arena, options->bake.folder, clip->id), "sheet.txt");
    int64_t baked = file_changed_ns(index);
    return !baked || baked < file_changed_ns(file) || baked < file_changed_ns(options->program);
}

// Whether a folder is the sheet of a variant that its move no longer has.
static bool is_stale(const Wanted *wanted, const char *name) {
    const char *plus = strchr(name, '+');
    bool of_move = false;
    for (int i = 0; plus && i < wanted->clips.count; i++) {
        const char *id = wanted->clips.items[i]->id;
        if (strcmp(id, name) == 0) return false;
        of_move |= strlen(id) == (size_t)(plus - name) && strncmp(id, name, strlen(id)) == 0;
    }
    return of_move;
}

static void remove_stale(Arena *arena, const char *folder, const Wanted *wanted) {
    DIR *listing = opendir(folder);
    if (!listing) return;
    for (struct dirent *entry; (entry = readdir(listing));)
        if (is_stale(wanted, entry->d_name)) folder_remove(path_join(arena, folder, entry->d_name));
    closedir(listing);
}

typedef struct {
    const Options *options;
    LIST(const Clip *) clips;
} Order;

static int do_numbered(int number, const void *data) {
    const Order *order = data;
    return do_clip(order->clips.items[number], order->options);
}

// Sheets are baked beside each other. Two threads for each keep all processors busy when only the last is left.
static int bake_all(Arena *arena, const Options *options, const Wanted *wanted) {
    Options each = *options;
    Order order = {.options = &each};
    remove_stale(arena, options->bake.folder, wanted);
    for (int i = 0; i < wanted->clips.count; i++) {
        const Clip *clip = wanted->clips.items[i];
        if (options->program && !is_old(arena, options, clip, wanted->files.items[i])) continue;
        *list_push(arena, &order.clips) = clip;
    }
    int jobs = options->bake.jobs;
    if (order.clips.count > 1 && jobs > 2) each.bake.jobs = order.clips.count >= jobs ? 2 : (jobs + 1) / 2;
    return crew_run(order.clips.count, jobs, EXIT_MACHINE, do_numbered, &order);
}

static int run(Arena *arena, const Options *options) {
    Wanted wanted = {0};
    if (!read_clips(arena, options, &wanted)) return EXIT_INPUT;
    if (options->task == TASK_CONTACT) return draw_contact_sheet(&wanted, options->contact);
    if (options->task == TASK_BAKE) return bake_all(arena, options, &wanted);
    int worst = EXIT_GOOD;
    for (int i = 0; i < wanted.clips.count; i++) {
        int result = do_clip(wanted.clips.items[i], options);
        if (result > worst) worst = result;
    }
    return worst;
}

// Pictures of some megabytes come and go with every frame: memory that was given back would be cleared again and again.
static void keep_memory(void) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_TOP_PAD, 16 << 20);
    mallopt(M_ARENA_MAX, 1); // one heap for all threads: each would clear pages of its own
#endif
}

int main(int count, char **words) {
    keep_memory();
    Arena arena = {0};
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    Options options = {.bake = {.scale = 1, .jobs = processors < 1 ? 1 : processors > 64 ? 64 : (int)processors}};
    options.files = arena_new(&arena, const char *, count);
    int result = EXIT_USAGE;
    if (read_options(count, words, &options)) {
        result = EXIT_GOOD;
        if (options.task == TASK_HELP) fputs(usage, stdout);
        else result = run(&arena, &options);
    }
    arena_free(&arena);
    return result;
}
