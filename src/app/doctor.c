#include "app/doctor.h"

#include "app/clock.h"
#include "app/keep.h"
#include "app/machine.h"
#include "app/own_sheets.h"
#include "app/scripts.h"
#include "app/voices.h"
#include "base/file.h"
#include "hear/recogniser.h"
#include "history/history.h"
#include "history/people.h"
#include "sdl/probe.h"
#include "sdl/sdl.h"
#include "session/texts.h"
#include "sound/speak.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum { WORKS, LACKS, STOPS } Verdict; // STOPS: nothing can be played like this

typedef struct {
    Arena *arena;
    const Options *options;
    const Folders *folders;
    Scripts scripts;
    Settings settings;
    bool has_scripts;
    int lacking, stopping;
} Doctor;

enum { NAMES_SHOWN = 6, TEXTS_SHOWN = 12 };

__attribute__((format(printf, 3, 4))) static void tell(Doctor *doctor, Verdict verdict, const char *format, ...) {
    static const char *const words[] = {[WORKS] = "ok   ", [LACKS] = "warn ", [STOPS] = "stop "};
    va_list arguments;
    va_start(arguments, format);
    fputs(words[verdict], stdout);
    vprintf(format, arguments);
    putchar('\n');
    va_end(arguments);
    doctor->lacking += verdict == LACKS;
    doctor->stopping += verdict == STOPS;
}

// A sentence that says what is wrong, as a line of its own.
static void tell_error(Doctor *doctor, Verdict verdict, const Error *error) {
    bool has_stop = error->sentence[0] && strchr(".!?", error->sentence[strlen(error->sentence) - 1]);
    tell(doctor, verdict, "%c%s%s", toupper((unsigned char)error->sentence[0]), error->sentence + 1, has_stop ? "" : ".");
}

// "a, b, c and 4 more"
static const char *some_of(Arena *arena, const char *const *names, int count) {
    TextBuilder text = {0};
    for (int i = 0; i < count && i < NAMES_SHOWN; i++) builder_add(&text, "%s%s", i ? ", " : "", names[i]);
    if (count > NAMES_SHOWN) builder_add(&text, " and %d more", count - NAMES_SHOWN);
    const char *copy = text_copy(arena, builder_text(&text));
    builder_free(&text);
    return copy;
}

static void look_at_versions(Doctor *doctor, const char *version) {
    tell(doctor, WORKS, "Limber %s, with %s, and %s.", version, probe_versions(doctor->arena), speak_version());
}

static void look_at_video(Doctor *doctor) {
    VideoFacts facts;
    Error error = {0};
    if (!probe_video(doctor->arena, &facts, &error)) {
        tell_error(doctor, STOPS, &error);
        return;
    }
    const char *rate = facts.refresh_hz ? text_format(doctor->arena, " at %d Hz", facts.refresh_hz) : "";
    tell(doctor, WORKS, "The display opens with the driver %s: %d x %d%s.", facts.driver, facts.width, facts.height, rate);
}

// Draws the settings, which is much text, once from nothing.
static double time_painting(Painter *painter) {
    enum { WIDTH = 1920, HEIGHT = 1080 };
    Arena arena = {0};
    Settings settings = settings_default();
    Library *library = arena_new(&arena, Library, 1);
    Ui *ui = ui_make(&arena, &(UiOptions){.library = library, .tempo = 1, .settings = &settings});
    UiInput input = {.keys = &(Key){.name = "S"}, .key_count = 1, .width = WIDTH, .height = HEIGHT,
                     .measure = painter_measure(painter), .sheets = painter_sheets(painter)};
    Area dirty[PAINTER_AREAS];
    int count;
    double began = clock_ms();
    UiOutput output = ui_step(ui, &input, &arena);
    painter_paint(painter, &output.list, WIDTH, HEIGHT, dirty, &count);
    double took = clock_ms() - began;
    arena_free(&arena);
    return took;
}

static void look_at_painting(Doctor *doctor) {
    Painter *painter;
    Error error = {0};
    PainterOptions options = {.font_folder = doctor->folders->fonts, .sheet_folder = doctor->folders->sheets, .wait_for_pictures = true};
    if (!painter_open(&options, &painter, &error)) {
        tell_error(doctor, STOPS, &error);
        return;
    }
    tell(doctor, WORKS, "The letters are in %s.", doctor->folders->fonts);
    tell(doctor, WORKS, "Pictures are painted by the processor, without a graphics card; a whole one took %.0f ms.",
         time_painting(painter));
    painter_close(painter);
}

static void look_at_sound(Doctor *doctor) {
    AudioFacts facts;
    Error error = {0};
    if (!probe_audio(doctor->arena, &facts, &error)) {
        tell_error(doctor, LACKS, &error);
        return;
    }
    const char *device = facts.device ? text_format(doctor->arena, ", to %s", facts.device) : "";
    tell(doctor, WORKS, "Sound goes out with the driver %s%s.", facts.driver, device);
}

// What is switched on and missing is worth a warning; what is off is only told.
static void look_at_hearing(Doctor *doctor) {
    Recogniser *recogniser;
    Microphone *microphone;
    Error error = {0};
    bool hears = recogniser_open(&recogniser, &error);
    if (hears) recogniser_close(recogniser);
    hears = hears && microphone_open(HEAR_RATE, &microphone, &error);
    if (hears) microphone_close(microphone);
    bool wanted = doctor->settings.voice_commands;
    if (hears) tell(doctor, WORKS, "Spoken commands can be heard; they are switched %s.", wanted ? "on" : "off");
    else if (wanted) tell_error(doctor, LACKS, &error);
    else tell(doctor, WORKS, "Spoken commands are switched off, and could not be heard here.");
}

// ---- folders ----

static void look_at_folder(Doctor *doctor, const char *what, const char *folder) {
    const char *at = folder;
    while (!file_exists(at)) {
        const char *name = path_name(at);
        at = name - at > 1 ? text_copy(doctor->arena, (Text){at, (int)(name - at) - 1}) : "/";
    }
    bool writable = access(path_join(doctor->arena, at, "."), W_OK | X_OK) == 0; // and it is a folder
    if (at == folder && writable) tell(doctor, WORKS, "%s: %s.", what, folder);
    else if (writable) tell(doctor, WORKS, "%s: %s, which is made when it is needed.", what, folder);
    else tell(doctor, LACKS, "%s: %s cannot be written, so nothing new is kept there.", what, folder);
}

static const char *folder_of(Arena *arena, const char *path) {
    return text_copy(arena, (Text){path, (int)(path_name(path) - path) - 1});
}

static void look_at_folders(Doctor *doctor) {
    const Folders *folders = doctor->folders;
    look_at_folder(doctor, "Your own moves, routines, sheets, voices, music and history", folders->own);
    look_at_folder(doctor, "Your settings", folder_of(doctor->arena, folders->settings));
    look_at_folder(doctor, "Pictures of your own moves", folders->cache_sheets);
}

static void look_at_settings(Doctor *doctor) {
    Error error = {0};
    bool good = settings_read(doctor->arena, doctor->folders->settings, &doctor->settings, &error);
    if (!good) tell_error(doctor, LACKS, &error);
    KnownMoves known;
    bool knows = known_read(doctor->arena, doctor->folders->known_moves, &known, &error);
    if (!knows) tell_error(doctor, LACKS, &error);
    else if (known.moves.count) tell(doctor, WORKS, "Moves known from earlier sessions: %d.", known.moves.count);
}

static const char *last_backup(Arena *arena, int day) {
    char date[DATE_SIZE];
    if (day < 0) return "there is no backup copy yet";
    date_write(day, date);
    return text_format(arena, "the last backup copy is of %s", date);
}

static void tell_history(Doctor *doctor, const HistoryFacts *facts) {
    tell(doctor, WORKS, "The history in %s has %d entries from %d %s; %s.", facts->folder, facts->entries, facts->journals,
         facts->journals == 1 ? "journal" : "journals", last_backup(doctor->arena, facts->backup_day));
    if (facts->unreadable) tell(doctor, WORKS, "Torn or changed lines in journals, which are passed over: %d.", facts->unreadable);
    if (facts->unknown) tell(doctor, LACKS, "Entries that a newer Limber wrote, and this one does not know: %d.", facts->unknown);
    if (facts->waiting) tell(doctor, LACKS, "Entries that could not be written to %s yet: %d.", facts->folder, facts->waiting);
}

// Where nobody has played nothing is made.
static void look_at_history(Doctor *doctor) {
    const Folders *folders = doctor->folders;
    Arena *arena = doctor->arena;
    const char *folder = path_join(arena, folders->own, people_folder(arena, folders->person));
    const char *state = path_join(arena, folders->state, people_folder(arena, folders->person));
    if (!file_exists(folder) && !file_exists(state)) {
        tell(doctor, WORKS, "What is done will be kept in %s.", folder);
        return;
    }
    uint32_t number = machine_number(arena, folders->machine);
    History *history = history_open(arena, &(HistoryOptions){folders->own, folders->state, folders->person, number, clock_moment().day});
    HistoryFacts facts = history_facts(history);
    Error error;
    for (const char *problem; (problem = history_problem(history));) {
        error_set(&error, "%s", problem);
        tell_error(doctor, LACKS, &error);
    }
    tell_history(doctor, &facts);
    history_close(history);
}

// ---- scripts and sheets ----

static bool is_below(const char *path, const char *folder) {
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && path[length] == '/';
}

static void look_at_scripts(Doctor *doctor) {
    Error error = {0};
    doctor->has_scripts = scripts_read(doctor->arena, doctor->folders, &doctor->scripts, &error);
    const Library *library = &doctor->scripts.library;
    if (!doctor->has_scripts || library->routines.count == 0) {
        if (error.sentence[0]) tell_error(doctor, STOPS, &error);
        else tell(doctor, STOPS, "No routine was found in %s.", doctor->folders->routines);
        return;
    }
    int own = 0;
    for (int i = 0; i < library->routines.count; i++) own += is_below(library->routines.items[i]->path, doctor->folders->own_routines);
    for (int i = 0; i < library->moves.count; i++) own += is_below(library->moves.items[i]->path, doctor->folders->own_moves);
    tell(doctor, WORKS, "%d moves, %d routines and %d plans were read; of them are yours: %d.", library->moves.count,
         library->routines.count, library->plans.count, own);
    const char *const *lines;
    int count = scripts_problems(doctor->arena, &doctor->scripts.diags, &lines);
    for (int i = 0; i < count; i++) tell(doctor, LACKS, "Left out: %s.", lines[i]);
    count = own_sheets_problems(doctor->arena, doctor->folders, &lines);
    for (int i = 0; i < count; i++) tell(doctor, LACKS, "A sheet of yours is not shown: %s.", lines[i]);
}

static bool has_sheet(Doctor *doctor, const char *id) {
    const char *const folders[] = {doctor->folders->own_sheets, doctor->folders->sheets, doctor->folders->cache_sheets};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (folders_have_sheet(doctor->arena, folders[i], id)) return true;
    return false;
}

typedef struct {
    LIST(const char *) missing;
    int count;
} SheetTally;

static void look_for_sheet(Doctor *doctor, const char *id, SheetTally *tally) {
    tally->count++;
    if (!has_sheet(doctor, id)) *list_push(doctor->arena, &tally->missing) = id;
}

static void look_at_sheets(Doctor *doctor) {
    SheetTally tally = {0};
    const Library *library = &doctor->scripts.library;
    for (int i = 0; i < library->moves.count; i++) {
        const Move *move = library->moves.items[i];
        look_for_sheet(doctor, move->id, &tally);
        for (int j = 0; j < move->variants.count; j++) look_for_sheet(doctor, move->variants.items[j]->id, &tally);
    }
    for (int i = 0; i < library->ways.count; i++) look_for_sheet(doctor, library->ways.items[i]->clip.id, &tally);
    int missing = tally.missing.count;
    if (missing == 0) tell(doctor, WORKS, "All %d moves, variants and ways have their pictures.", tally.count);
    else tell(doctor, LACKS, "%d of %d moves, variants and ways have no pictures yet: %s.", missing, tally.count,
              some_of(doctor->arena, tally.missing.items, missing));
}

// ---- the voice ----

// Sentences that only what a person wrote has, and no clip; the synthesiser speaks them.
static void tell_own_texts(Doctor *doctor, const TextList *all, const TextList *shipped, const Coach *coach) {
    int count = 0, at = 0;
    for (int i = 0; i < all->items.count; i++) {
        const char *text = all->items.items[i];
        while (at < shipped->items.count && strcmp(shipped->items.items[at], text) < 0) at++;
        bool is_shipped = at < shipped->items.count && strcmp(shipped->items.items[at], text) == 0;
        if (is_shipped || coach_find(coach, text)) continue;
        if (count++ == 0) tell(doctor, WORKS, "Sentences of your own, which the synthesiser speaks as no clip has them:");
        if (count <= TEXTS_SHOWN) printf("       %s\n", text);
    }
    if (count > TEXTS_SHOWN) printf("       and %d more\n", count - TEXTS_SHOWN);
}

static void look_at_voice(Doctor *doctor) {
    Arena *arena = doctor->arena;
    Error error = {0};
    Coach coach;
    const char *name = doctor->options->voice ? doctor->options->voice : doctor->settings.voice;
    if (!voices_open(arena, doctor->folders, name, &coach, &error)) tell_error(doctor, LACKS, &error);
    TextList all, shipped;
    Folders without_own = *doctor->folders;
    without_own.own_moves = without_own.own_routines = "/nonexistent";
    Scripts scripts;
    session_texts(arena, &doctor->scripts.library, &all);
    if (!scripts_read(arena, &without_own, &scripts, &error)) return;
    session_texts(arena, &scripts.library, &shipped);
    int clips = 0;
    for (int i = 0; i < all.items.count; i++) clips += coach_find(&coach, all.items.items[i]) != NULL;
    if (clips == all.items.count) tell(doctor, WORKS, "All %d sentences have clips.", clips);
    else tell(doctor, WORKS, "Of %d sentences %d have clips; the others are spoken by the synthesiser.", all.items.count, clips);
    tell_own_texts(doctor, &all, &shipped, &coach);
}

// ---- other programs ----

static bool is_installed(Arena *arena, const char *program) {
    const char *path = getenv("PATH");
    for (const char *at = path ? path : ""; *at;) {
        size_t size = strcspn(at, ":");
        const char *folder = text_copy(arena, (Text){at, (int)size});
        if (access(path_join(arena, folder, program), X_OK) == 0) return true;
        at += size + (at[size] == ':');
    }
    return false;
}

static void look_at_programs(Doctor *doctor) {
    if (access(doctor->folders->bake, X_OK) == 0) tell(doctor, WORKS, "Moves of your own are drawn by %s.", doctor->folders->bake);
    else tell(doctor, LACKS, "Moves of your own get no pictures: %s is missing.", doctor->folders->bake);
    if (is_installed(doctor->arena, "ffmpeg")) tell(doctor, WORKS, "Films can be made, as ffmpeg is installed.");
    else tell(doctor, LACKS, "Films need the program ffmpeg; install it with: apt-get install ffmpeg.");
}

int doctor_run(Arena *arena, const Options *options, const Folders *folders, const char *version) {
    Doctor doctor = {.arena = arena, .options = options, .folders = folders};
    look_at_versions(&doctor, version);
    look_at_video(&doctor);
    look_at_painting(&doctor);
    look_at_sound(&doctor);
    look_at_settings(&doctor);
    look_at_hearing(&doctor);
    look_at_folders(&doctor);
    look_at_history(&doctor);
    look_at_scripts(&doctor);
    if (doctor.has_scripts) look_at_sheets(&doctor);
    if (doctor.has_scripts) look_at_voice(&doctor);
    look_at_programs(&doctor);
    if (doctor.stopping) printf("\nLimber cannot play here.\n");
    else if (doctor.lacking) printf("\nLimber plays here. What could be better: %d.\n", doctor.lacking);
    else printf("\nAll is well.\n");
    return doctor.stopping ? 3 : 0;
}
