// limber-voice: what those who make a voice need: the texts, the finish of a clip, the manifest.
#include "base/file.h"
#include "voice/finish.h"
#include "voice/texts.h"

#include <stdio.h>
#include <string.h>

static const char usage[] =
    "limber-voice: lists what Limber says, and makes a folder of clips a voice\n"
    "\n"
    "  limber-voice --texts              every sentence that is spoken: the file of its clip, a tab, the sentence\n"
    "  limber-voice --finish IN OUT      every IN/X.wav trimmed and levelled as OUT/X.wav\n"
    "  limber-voice --manifest FOLDER    writes FOLDER/voice.txt, and names the sentences that have no clip\n"
    "  limber-voice --help\n"
    "\n"
    "Run it in Limber's top folder: moves and routines are read from assets/moves and routines.\n"
    "Exit: 0 good, 1 clips are missing, 2 wrong use, 3 something could not be read or written.\n";

static int fail(const Error *error) {
    fprintf(stderr, "limber-voice: %s\n", error->sentence);
    return 3;
}

static bool read_texts(Arena *arena, TextList *texts, Error *error) {
    static const char *const folders[] = {"assets/moves", "routines"};
    Diags diags = {.arena = arena};
    Library *library = arena_new(arena, Library, 1);
    if (!library_read(arena, folders, 2, library, &diags, error)) return false;
    if (diags.errors) return error_set(error, "moves or routines have mistakes; limber check tells which");
    if (!library->moves.count) return error_set(error, "there are no moves in assets/moves; change to Limber's top folder");
    voice_texts(arena, library, texts);
    return true;
}

static int print_texts(const TextList *texts) {
    for (int i = 0; i < texts->items.count; i++) {
        char name[COACH_FILE_BYTES];
        coach_file_name(texts->items.items[i], name);
        printf("%s\t%s\n", name, texts->items.items[i]);
    }
    return 0;
}

static int finish(Arena *arena, const char *in, const char *out) {
    Error error = {0};
    FileList files = {0};
    if (!folder_list(arena, in, ".wav", &files, &error) || !folder_make(out, &error)) return fail(&error);
    for (int i = 0; i < files.paths.count; i++) {
        const char *path = files.paths.items[i];
        if (!finish_clip(path, path_join(arena, out, path_name(path)), &error)) return fail(&error);
    }
    return 0;
}

static int write_manifest(Arena *arena, const char *folder, const TextList *texts) {
    Error error = {0};
    TextList missing = {0};
    FinishSum sum;
    if (!finish_manifest(arena, folder, texts, &missing, &sum, &error)) return fail(&error);
    for (int i = 0; i < missing.items.count; i++) printf("no clip: %s\n", missing.items.items[i]);
    printf("%d clips, %.1f minutes, %.1f MB, %.1f to %.1f LUFS, %d missing\n", sum.clips, sum.length_s / 60,
           (double)sum.bytes / 1e6, sum.quietest, sum.loudest, sum.missing);
    return sum.missing ? 1 : 0;
}

static int run(Arena *arena, int count, char **words) {
    if (count == 2 && strcmp(words[1], "--help") == 0) {
        fputs(usage, stdout);
        return 0;
    }
    if (count == 4 && strcmp(words[1], "--finish") == 0) return finish(arena, words[2], words[3]);
    Error error = {0};
    TextList texts;
    bool lists = count == 2 && strcmp(words[1], "--texts") == 0, writes = count == 3 && strcmp(words[1], "--manifest") == 0;
    if (!lists && !writes) {
        fprintf(stderr, "limber-voice: that is not understood; limber-voice --help shows how it is used\n");
        return 2;
    }
    if (!read_texts(arena, &texts, &error)) return fail(&error);
    return lists ? print_texts(&texts) : write_manifest(arena, words[2], &texts);
}

int main(int count, char **words) {
    Arena arena = {0};
    int code = run(&arena, count, words);
    arena_free(&arena);
    return code;
}
