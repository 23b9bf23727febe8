// Limber: from the command line to one of its runs.
#include "app/clock.h"
#include "app/doctor.h"
#include "app/history_command.h"
#include "app/runs.h"
#include "app/start.h"
#include "history/people.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fail(int code, const Error *error) {
    fprintf(stderr, "limber: %s\n", error->sentence);
    return code;
}

static int dump(Arena *arena, const Options *options, const Folders *folders, const Library *library, const Routine *routine) {
    Error error = {0};
    Coach coach;
    if (!voices_open(arena, folders, options->voice, &coach, &error)) fail(0, &error);
    Session session = {0};
    SessionOptions how = {.level = options->has_level ? options->level : routine->level, .library = library,
                          .talk = options->has_talk ? options->talk : TALK_FULL,
                          .speech_ms = voices_speech_ms, .speech_context = &coach,
                          .fit = {.minutes = options->minutes, .skip = options->skip, .first = options->first_side}};
    if (!session_compile(arena, routine, &how, &session, &error)) return fail(1, &error);
    TextBuilder text = {0};
    if (options->json) session_dump_json(&session, &text);
    else session_dump(&session, &text);
    bool good = fwrite(text.bytes, 1, (size_t)text.size, stdout) == (size_t)text.size && fflush(stdout) == 0;
    builder_free(&text);
    return good ? 0 : 3;
}

static int play(Arena *arena, const Options *options, const Folders *folders, Scripts *scripts, const Routine *routine) {
    if (options->command != COMMAND_FILM && !options->headless) return live_run(arena, options, folders, scripts, routine);
    Error error = {0};
    Player player;
    PlayerStart start = {.routine = routine, .wait = true, .now = clock_moment()};
    int code;
    if (!player_open(arena, options, folders, scripts, &start, &player, &error))
        code = fail(player.has_session ? 3 : 1, &error); // the routine makes no session, or the machine refused
    else code = options->command == COMMAND_FILM ? film_run(&player, options->arguments[1]) : headless_run(&player);
    player_close(&player);
    return code;
}

// Who is named plays; a slip of the keyboard makes nobody new.
static bool knows_person(Arena *arena, const Options *options, const Folders *folders) {
    People people;
    Error error = {0};
    if (!options->person || strcmp(options->person, PEOPLE_DEFAULT) == 0) return true;
    bool good = people_list(arena, folders->own, &people, &error);
    const char *found = good ? people_find(&people, options->person) : NULL;
    if (found && strcmp(found, options->person) == 0) return true;
    if (good && found) error_set(&error, "there is nobody called '%s'; did you mean '%s'?", options->person, found);
    else if (good) error_set(&error, "there is nobody called '%s'; limber people add NAME adds somebody", options->person);
    fail(1, &error);
    return false;
}

static int run(Arena *arena, const Options *options) {
    Folders folders = folders_find(arena, options);
    if (options->command == COMMAND_CHECK)
        return scripts_check(arena, &folders, options->arguments, options->argument_count, options->json);
    if (options->command == COMMAND_NEW) return start_new(arena, &folders, options->arguments, options->argument_count);
    if (!knows_person(arena, options, &folders)) return 1;
    if (options->command == COMMAND_HISTORY) return history_command(arena, options, &folders, clock_moment());
    if (options->command == COMMAND_PEOPLE) return people_command(arena, options, &folders, clock_moment());
    if (options->command == COMMAND_DOCTOR) return doctor_run(arena, options, &folders, LIMBER_VERSION);
    Error error = {0};
    Scripts scripts;
    if (!scripts_read(arena, &folders, &scripts, &error)) return fail(3, &error);
    const Routine *routine = NULL;
    if (options->command != COMMAND_HOME && options->command != COMMAND_TODAY) {
        routine = scripts_routine(arena, &scripts, options->arguments[0], &error);
        if (!routine) scripts_print(&scripts.diags);
        if (!routine) return fail(1, &error);
    }
    if (options->command == COMMAND_DUMP) return dump(arena, options, &folders, &scripts.library, routine);
    return play(arena, options, &folders, &scripts, routine);
}

int main(int argc, char **argv) {
    Options options;
    Error error = {0};
    Arena arena = {0};
    if (!options_read(argc, argv, &options, &error)) return fail(2, &error);
    if (options.help || options.version) {
        fputs(options.help ? options_help : "limber " LIMBER_VERSION "\n", stdout);
        return 0;
    }
    int code = run(&arena, &options);
    arena_free(&arena);
    return code;
}
