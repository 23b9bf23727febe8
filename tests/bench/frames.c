// How smoothly a session plays: screens, painter and window together on a real display, with a
// figure as large as the real one, or any program watched from outside. What is played here is played twice: with the
// nearest frame of the figure alone, and with frames mixed.
//
//     xvfb-run -s "-screen 0 1920x1080x24" bench-frames [--seconds 20] [--fps 60] [--size 1920x1080]
//                                                       [--sheets FOLDER] [--routine ID] [--from SECONDS]
//     bench-frames [--seconds 20] --program PATH ARGUMENTS...
#include "library/library.h"
#include "sdl/sdl.h"

#include "puppet.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_FRAMES = 60 * 600, PAUSED_SECONDS = 5, MOTION_FRAMES = 60, BREATH_FRAMES = 16, LEAP = 8 };

#define UNMIXED "build/bench-unmixed"

typedef struct {
    int seconds, fps, width, height, from_s;
    const char *sheets, *routine;
    char **program; // NULL: play here
} Options;

static double now_ms(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

static double cpu_ms(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

// Of /proc/PID/status, in MB; 0 when the process is gone.
static double resident_mb(int pid, const char *field) {
    char path[64], line[256];
    double kilobytes = 0;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, field, strlen(field)) == 0) kilobytes = atof(line + strlen(field));
    if (file) fclose(file);
    return kilobytes / 1024;
}

static int fail(const char *sentence) {
    fprintf(stderr, "bench-frames: %s\n", sentence);
    return 1;
}

static int by_size(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static void print_row(const char *name, double value, const char *unit, const char *target) {
    printf("%-28s %9.2f %-8s %s\n", name, value, unit, target);
}

static void print_rows(const char *name, double nearest, double mixed, const char *unit, const char *target) {
    printf("%-28s %9.2f %9.2f %-8s %s\n", name, nearest, mixed, unit, target);
}

// ---- playing here ----

static bool wears_sheet(const char *sheets, const char *move) {
    Arena arena = {0};
    bool exists = file_exists(path_join(&arena, path_join(&arena, sheets, move), "sheet.txt"));
    arena_free(&arena);
    return exists;
}

// A puppet with the poses and phases of the move.
static void make_sheet(const char *sheets, const Move *move) {
    Arena arena = {0};
    LIST(Strip) strips = {0};
    for (int i = 0; i < move->clip.poses.count; i++) {
        const char *name = move->clip.poses.items[i].name;
        *list_push(&arena, &strips) = (Strip){STRIP_BREATH, name, name, 0, 0};
    }
    for (int i = 0; i < move->clip.phases.count; i++) {
        const Phase *phase = &move->clip.phases.items[i];
        if (phase->from < phase->to)
            *list_push(&arena, &strips) = (Strip){STRIP_MOTION, move->clip.poses.items[phase->from].name,
                                                  move->clip.poses.items[phase->to].name, 0, 0};
    }
    puppet_write(&arena, sheets, &(PuppetOptions){move->id, 440, MOTION_FRAMES, BREATH_FRAMES, 2048, strips.items, strips.count, LEAP});
    arena_free(&arena);
}

typedef struct {
    Arena arena;
    Library library;
    Session session;
    Window *window;
    Painter *painter;
    Ui *ui;
    UiInput input;
    double work_ms[MOST_FRAMES]; // of every frame: what it took
    int frames, late;
    double worst_late_ms;
    bool paused;
} Player;

static Player player; // large

// What a session played once has taken.
typedef struct {
    double median_ms, most_99_ms, longest_ms, late, worst_late_ms;
    double playing, paused; // shares of one processor, %
    double first_ms, figure_ms, resident_mb;
    int width, height;
} Pass;

// A copy of the move's sheet that does not say how far its frames are from each other: they are not mixed.
static bool write_unmixed(const char *sheets, const char *to, const char *move, Error *error) {
    Arena arena = {0};
    Sheet sheet;
    const char *folder = path_join(&arena, to, move);
    bool good = sheet_read(&arena, path_join(&arena, sheets, move), &sheet, error) && folder_make(folder, error);
    for (int i = 0; good && i < sheet.frames.count; i++) sheet.frames.items[i].has_leap = false;
    for (int page = 0; good && page <= sheet.page_count; page++) {
        char *from = page < sheet.page_count ? sheet_page_path(&arena, &sheet, page) : path_join(&arena, sheet.folder, "poster.png");
        char *whole = realpath(from, NULL);
        const char *link = path_join(&arena, folder, strrchr(from, '/') + 1);
        unlink(link);
        if (whole && symlink(whole, link) != 0) good = error_set(error, "cannot make the link %s", link);
        free(whole);
    }
    good = good && sheet_write(&sheet, folder, error);
    arena_free(&arena);
    return good;
}

static bool player_read(const Options *options, Error *error) {
    static const char *const folders[] = {"assets/moves", "routines"};
    Diags diags = {.arena = &player.arena};
    if (!library_read(&player.arena, folders, 2, &player.library, &diags, error)) return false;
    const Routine *routine = library_routine(&player.library, text_of(options->routine));
    if (!routine) return error_set(error, "there is no routine called %s; run this in the top folder", options->routine);
    SessionOptions wishes = {.level = routine->level, .library = &player.library};
    if (!session_compile(&player.arena, routine, &wishes, &player.session, error)) return false;
    for (int i = 0; i < player.session.segments.count; i++) {
        const Move *move = player.session.segments.items[i].move;
        if (move && !wears_sheet(options->sheets, move->id)) make_sheet(options->sheets, move);
        if (move && !write_unmixed(options->sheets, UNMIXED, move->id, error)) return false;
    }
    for (int i = 0; i < player.session.passages.count; i++) {
        const char *way = player.session.passages.items[i].way->clip.id;
        if (wears_sheet(options->sheets, way) && !write_unmixed(options->sheets, UNMIXED, way, error)) return false;
    }
    return true;
}

static bool player_open(const Options *options, const char *sheets, Error *error) {
    PainterOptions wishes = {"/usr/share/fonts/opentype/inter", sheets, false};
    if (!window_open("bench-frames", options->width, options->height, false, &player.window, error)) return false;
    if (!painter_open(&wishes, &player.painter, error)) return false;
    UiOptions ui = {.library = &player.library, .session = &player.session, .tempo = 1, .from_ms = options->from_s * 1000};
    player.ui = ui_make(&player.arena, &ui);
    player.input.measure = painter_measure(player.painter);
    player.input.sheets = painter_sheets(player.painter);
    return true;
}

// One turn of the loop; keys come from `input`. Returns the areas painted.
static int player_step(double elapsed_ms) {
    Area dirty[PAINTER_AREAS];
    int count;
    Arena frame = {0};
    player.input.elapsed_ms = elapsed_ms;
    UiOutput out = ui_step(player.ui, &player.input, &frame);
    const Raster *raster = painter_paint(player.painter, &out.list, player.input.width, player.input.height, dirty, &count);
    window_show(player.window, raster, dirty, count);
    arena_free(&frame);
    return count;
}

static void record_frame(double begun_ms, double due_ms, double frame_ms) {
    double done_ms = now_ms(CLOCK_MONOTONIC), late_ms = done_ms - (due_ms + frame_ms);
    if (player.frames < MOST_FRAMES) player.work_ms[player.frames++] = done_ms - begun_ms;
    if (late_ms > 0) player.late++;
    if (late_ms > player.worst_late_ms) player.worst_late_ms = late_ms;
}

// A frame is late when it is not on the screen by the time the next one is due.
static void play(int seconds, int fps) {
    double frame_ms = 1000.0 / fps, begin_ms = now_ms(CLOCK_MONOTONIC), last_ms = begin_ms;
    int64_t frame = 0;
    while (last_ms < begin_ms + seconds * 1000.0) {
        double due_ms = begin_ms + (double)frame * frame_ms, wait_ms = due_ms - now_ms(CLOCK_MONOTONIC);
        window_collect(player.window, wait_ms > 0 ? (int)wait_ms : 0, &player.input);
        double begun_ms = now_ms(CLOCK_MONOTONIC);
        if (begun_ms < due_ms - 1) continue; // something else ended the wait
        player_step(begun_ms - last_ms);
        last_ms = begun_ms;
        record_frame(begun_ms, due_ms, frame_ms);
        int64_t now = (int64_t)((now_ms(CLOCK_MONOTONIC) - begin_ms) / frame_ms);
        frame = now > frame ? now + 1 : frame + 1;
    }
}

static void stay_paused(int seconds) {
    double begin_ms = now_ms(CLOCK_MONOTONIC), last_ms = begin_ms;
    Key pause = {"Space", false, false};
    window_collect(player.window, 0, &player.input);
    player.input.keys = &pause, player.input.key_count = 1;
    player_step(0);
    while (last_ms < begin_ms + seconds * 1000.0) {
        window_collect(player.window, 250, &player.input);
        double at_ms = now_ms(CLOCK_MONOTONIC);
        player_step(at_ms - last_ms);
        last_ms = at_ms;
    }
}

static void player_close_all(void) {
    painter_close(player.painter);
    window_close(player.window);
    arena_free(&player.arena);
    player = (Player){0};
}

static bool play_pass(const Options *options, const char *sheets, Pass *pass, Error *error) {
    bool good = player_read(options, error);
    double begin_ms = now_ms(CLOCK_MONOTONIC);
    if (!good || !player_open(options, sheets, error)) return false;
    window_collect(player.window, 0, &player.input);
    player_step(0);
    pass->first_ms = now_ms(CLOCK_MONOTONIC) - begin_ms;
    while (painter_is_waiting(player.painter)) usleep(1000), player_step(0);
    pass->figure_ms = now_ms(CLOCK_MONOTONIC) - begin_ms;
    double cpu = cpu_ms();
    play(options->seconds, options->fps);
    pass->playing = (cpu_ms() - cpu) / (options->seconds * 10.0);
    qsort(player.work_ms, (size_t)player.frames, sizeof player.work_ms[0], by_size);
    pass->median_ms = player.work_ms[player.frames / 2], pass->most_99_ms = player.work_ms[player.frames * 99 / 100];
    pass->longest_ms = player.work_ms[player.frames - 1];
    pass->late = player.late, pass->worst_late_ms = player.worst_late_ms;
    pass->width = player.input.width, pass->height = player.input.height;
    cpu = cpu_ms();
    stay_paused(PAUSED_SECONDS);
    pass->paused = (cpu_ms() - cpu) / (PAUSED_SECONDS * 10.0);
    pass->resident_mb = resident_mb(getpid(), "VmRSS:");
    player_close_all();
    return true;
}

static void print_passes(const Options *options, const Pass *nearest, const Pass *mixed) {
    printf("%dx%d at %d fps, %d s of %s from second %d\n%-28s %9s %9s\n", mixed->width, mixed->height, options->fps,
           options->seconds, options->routine, options->from_s, "", "nearest", "mixed");
    print_rows("frame, median", nearest->median_ms, mixed->median_ms, "ms", "");
    print_rows("frame, 99 %", nearest->most_99_ms, mixed->most_99_ms, "ms", "");
    print_rows("frame, longest", nearest->longest_ms, mixed->longest_ms, "ms", "");
    print_rows("late frames", nearest->late, mixed->late, "", "target 0");
    print_rows("latest by", nearest->worst_late_ms, mixed->worst_late_ms, "ms", "");
    print_rows("processor, playing", nearest->playing, mixed->playing, "% of one", "target < 60");
    print_row("mixing takes, at a ratio", mixed->playing / nearest->playing, "", "");
    print_rows("processor, paused", nearest->paused, mixed->paused, "% of one", "target < 2");
    print_rows("first frame", nearest->first_ms, mixed->first_ms, "ms", "target <= 400");
    print_rows("first frame with figure", nearest->figure_ms, mixed->figure_ms, "ms", "");
    print_rows("resident, now", nearest->resident_mb, mixed->resident_mb, "MB", "target < 150");
    print_row("resident, most", resident_mb(getpid(), "VmHWM:"), "MB", "");
}

static int play_here(const Options *options) {
    Error error = {0};
    Pass nearest, mixed;
    if (!play_pass(options, UNMIXED, &nearest, &error) || !play_pass(options, options->sheets, &mixed, &error))
        return fail(error.sentence);
    print_passes(options, &nearest, &mixed);
    return 0;
}

// ---- watching a program ----

// Processor time used so far, of /proc/PID/stat, all threads.
static double process_cpu_ms(int pid) {
    char path[64], line[1024] = "";
    unsigned long user = 0, system = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", pid);
    FILE *file = fopen(path, "r");
    if (file && !fgets(line, sizeof line, file)) line[0] = '\0';
    if (file) fclose(file);
    const char *after_name = strrchr(line, ')');
    if (after_name) sscanf(after_name + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
    return (double)(user + system) * 1000 / (double)sysconf(_SC_CLK_TCK);
}

static int watch(const Options *options) {
    int pid = fork();
    if (pid == 0) {
        execvp(options->program[0], options->program);
        _exit(127);
    }
    if (pid < 0) return fail("cannot start the program");
    printf("%8s %14s %14s\n", "second", "processor %", "resident MB");
    double before = 0, begin_ms = now_ms(CLOCK_MONOTONIC), last_ms = begin_ms;
    int second = 0, status = 0;
    for (; second < options->seconds && waitpid(pid, &status, WNOHANG) == 0; second++) {
        sleep(1);
        double cpu = process_cpu_ms(pid), at_ms = now_ms(CLOCK_MONOTONIC);
        printf("%8d %14.1f %14.1f\n", second + 1, (cpu - before) / (at_ms - last_ms) * 100, resident_mb(pid, "VmRSS:"));
        before = cpu, last_ms = at_ms;
    }
    print_row("processor, mean", before / (last_ms - begin_ms) * 100, "% of one", "target < 60");
    print_row("resident, most", resident_mb(pid, "VmHWM:"), "MB", "target < 150");
    if (second < options->seconds) return fail("the program ended early");
    kill(pid, SIGTERM);
    waitpid(pid, &status, 0);
    return 0;
}

static bool options_read(int count, char **words, Options *options) {
    *options = (Options){20, 60, 1920, 1080, 0, "build/bench-sheets", "hips-and-glutes", NULL};
    for (int i = 1; i < count; i += 2) {
        if (i + 1 >= count) return false;
        const char *word = words[i], *value = words[i + 1];
        if (strcmp(word, "--seconds") == 0) options->seconds = atoi(value);
        else if (strcmp(word, "--fps") == 0) options->fps = atoi(value);
        else if (strcmp(word, "--from") == 0) options->from_s = atoi(value);
        else if (strcmp(word, "--sheets") == 0) options->sheets = value;
        else if (strcmp(word, "--routine") == 0) options->routine = value;
        else if (strcmp(word, "--size") == 0 && sscanf(value, "%dx%d", &options->width, &options->height) == 2) continue;
        else if (strcmp(word, "--program") == 0) {
            options->program = words + i + 1;
            break;
        } else return false;
    }
    return options->seconds > 0 && options->fps > 0;
}

int main(int count, char **words) {
    Options options;
    if (!options_read(count, words, &options))
        return fail("usage: [--seconds N] [--fps N] [--size WxH] [--from N] [--sheets FOLDER] [--routine ID] "
                    "[--program PATH ARGUMENTS...]");
    return options.program ? watch(&options) : play_here(&options);
}
