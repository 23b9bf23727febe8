#include "app/runs.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// The pictures go down a pipe to ffmpeg, the sound into a file beside the film; a second, short run
// of ffmpeg joins them, and only then does the film get its name. Nothing is left when it fails. A film whose name
// ends like a sound's has no pictures, and is made many times faster.
typedef struct {
    Player *player;
    const char *film, *pictures, *sound; // paths: the last two are temporary
    bool only_sound;
    int pipe;                            // to ffmpeg
    pid_t child;
    FILE *sound_file;
    Mixer *mixer;
    UiInput input;
    int64_t samples; // mixed so far
} Film;

enum { FILM_WIDTH = 1280, FILM_HEIGHT = 720 };

// Starts ffmpeg with the arguments (NULL-terminated); its standard input is the read end of `input`.
static pid_t start(const char *const *arguments, const int *input) {
    pid_t child = fork();
    if (child != 0) return child;
    int nothing = open("/dev/null", O_RDWR);
    dup2(input ? input[0] : nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    if (input) close(input[1]);
    execvp("ffmpeg", (char *const *)arguments);
    _exit(127);
}

static bool finish(pid_t child, Error *error) {
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return error_set(error, "lost sight of ffmpeg: %s", strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return error_set(error, "a film needs the program ffmpeg; install it with: apt-get install ffmpeg");
    return error_set(error, "ffmpeg could not write the film (its own message is above)");
}

static bool is_sound(const char *path) {
    static const char *const endings[] = {".wav", ".flac", ".ogg", ".opus", ".mp3", ".m4a", NULL};
    return path_has_ending(path, endings);
}

static bool begin_sound(Film *film, Error *error) {
    film->sound_file = fopen(film->sound, "wb");
    return film->sound_file || error_set(error, "cannot write %s: %s", film->sound, strerror(errno));
}

static bool begin_pictures(Film *film, Error *error) {
    const Options *options = film->player->options;
    Arena *arena = film->player->arena;
    const char *size = text_format(arena, "%dx%d", film->input.width, film->input.height);
    const char *fps = text_format(arena, "%d", options->fps);
    const char *const arguments[] = {"ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", size, "-r", fps,
                                     "-i", "-", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20",
                                     "-f", "mp4", film->pictures, NULL};
    int ends[2];
    if (pipe(ends) != 0) return error_set(error, "cannot start ffmpeg: %s", strerror(errno));
    film->child = start(arguments, ends);
    close(ends[0]);
    film->pipe = ends[1];
    return film->child > 0 || error_set(error, "cannot start ffmpeg: %s", strerror(errno));
}

static bool write_picture(Film *film, const DrawList *list) {
    Area dirty[PAINTER_AREAS];
    int count = 0;
    const Raster *raster = painter_paint(film->player->painter, list, film->input.width, film->input.height, dirty, &count);
    Picture picture = raster_picture(raster);
    size_t left = (size_t)picture.width * (size_t)picture.height * 4;
    const uint8_t *bytes = picture.pixels;
    for (ssize_t written = 1; left && written > 0; left -= (size_t)written, bytes += written) {
        written = write(film->pipe, bytes, left);
        if (written < 0) written = 0;
    }
    picture_free(&picture);
    return left == 0;
}

// The sound of the time until the next picture, 16 bits stereo.
static bool write_sound(Film *film, int64_t until) {
    float mixed[2 * 512];
    int16_t samples[2 * 512];
    while (film->samples < until) {
        int frames = until - film->samples < 512 ? (int)(until - film->samples) : 512;
        mixer_mix(film->mixer, mixed, frames);
        for (int i = 0; i < 2 * frames; i++) samples[i] = (int16_t)(mixed[i] * 32767);
        if (fwrite(samples, 2 * sizeof *samples, (size_t)frames, film->sound_file) != (size_t)frames) return false;
        film->samples += frames;
    }
    return true;
}

static void show_progress(const Film *film, const Playhead *playhead, int64_t end_ms, int *shown) {
    int64_t begin_ms = film->player->options->from_ms;
    int percent = (int)(100 * (playhead->position_ms - (double)begin_ms) / (double)(end_ms - begin_ms + 1));
    if (percent == *shown || !isatty(STDERR_FILENO)) return;
    *shown = percent;
    fprintf(stderr, "\r%s: %d %%", film->film, percent);
}

static bool write_frames(Film *film, Error *error) {
    const Options *options = film->player->options;
    int64_t length_ms = film->player->session->length_ms, frames = 0;
    int64_t end_ms = options->to_ms >= 0 && options->to_ms < length_ms ? options->to_ms : length_ms;
    int shown = -1;
    const Playhead *playhead = ui_playhead(film->player->ui);
    while (playhead && !playhead_at_end(playhead) && playhead->position_ms < (double)end_ms) {
        UiOutput output = player_step(film->player, &film->input);
        player_announce(film->player, &output, film->mixer, film->mixer->position);
        frames++;
        if (!film->only_sound && !write_picture(film, &output.list)) return error_set(error, "ffmpeg stopped before the film was complete");
        if (!write_sound(film, frames * SOUND_RATE / options->fps))
            return error_set(error, "cannot write %s: %s", film->sound, strerror(errno));
        film->input.elapsed_ms = 1000.0 / options->fps;
        show_progress(film, playhead, end_ms, &shown);
        playhead = ui_playhead(film->player->ui);
    }
    if (isatty(STDERR_FILENO)) fprintf(stderr, film->only_sound ? "\r%s: 100 %%\n" : "\r%s: joining picture and sound\n", film->film);
    return true;
}

static bool write_film(const Film *film, const char *const *arguments, const char *written, Error *error) {
    pid_t child = start(arguments, NULL);
    bool good = child > 0 ? finish(child, error) : error_set(error, "cannot start ffmpeg: %s", strerror(errno));
    if (good && rename(written, film->film) != 0) good = error_set(error, "cannot write %s: %s", film->film, strerror(errno));
    if (!good) unlink(written);
    return good;
}

static bool join(const Film *film, Error *error) {
    const char *joined = text_format(film->player->arena, "%s.new", film->film);
    const char *const arguments[] = {"ffmpeg", "-v", "error", "-y", "-i", film->pictures, "-f", "s16le", "-ar", "48000", "-ac", "2",
                                     "-i", film->sound, "-c:v", "copy", "-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart",
                                     "-f", "mp4", joined, NULL};
    return write_film(film, arguments, joined, error);
}

// ffmpeg knows by the ending which kind of sound it is to be.
static bool code_sound(const Film *film, Error *error) {
    const char *coded = text_format(film->player->arena, "%s.new%s", film->film, strrchr(film->film, '.'));
    const char *const arguments[] = {"ffmpeg", "-v", "error", "-y", "-f", "s16le", "-ar", "48000", "-ac", "2", "-i", film->sound,
                                     coded, NULL};
    return write_film(film, arguments, coded, error);
}

int film_run(Player *player, const char *path) {
    const Options *options = player->options;
    signal(SIGPIPE, SIG_IGN); // ffmpeg stopping early is found by the write
    Film film = {.player = player, .film = path, .mixer = arena_new(player->arena, Mixer, 1), .pipe = -1,
                 .pictures = text_format(player->arena, "%s.pictures.new", path),
                 .sound = text_format(player->arena, "%s.sound.new", path), .only_sound = is_sound(path)};
    film.input = player_input(player, options->width ? options->width & ~1 : FILM_WIDTH,
                              options->height ? options->height & ~1 : FILM_HEIGHT);
    film.input.has_sound = true;
    mixer_start(film.mixer);
    Error error = {0}, ended = {0};
    bool good = (film.only_sound || begin_pictures(&film, &error)) && begin_sound(&film, &error) && write_frames(&film, &error);
    player_end_sound(player, film.mixer);
    if (film.pipe >= 0) close(film.pipe);
    if (film.child > 0 && !finish(film.child, &ended)) good = false, error = ended; // its reason comes first
    if (film.sound_file && fclose(film.sound_file) != 0 && good) good = error_set(&error, "cannot write %s", film.sound);
    good = good && (film.only_sound ? code_sound(&film, &error) : join(&film, &error));
    unlink(film.pictures);
    unlink(film.sound);
    if (!good) fprintf(stderr, "limber: %s\n", error.sentence);
    return good ? 0 : 3;
}
