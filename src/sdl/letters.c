#include "sdl/letters.h"

#include "base/file.h"

#include <SDL_ttf.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_TEXT = 1000, SMALLEST_SIZE = 4, LARGEST_SIZE = 800, WIDTHS = 2048, WIDEST = 16384 };

static const char *const face_files[FACE_COUNT] = {
    "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"};

typedef struct {
    TTF_Font *font;
    Face face;
    int size, ascent;
    int digit_advance; // of the widest, so that counters do not wobble
    int64_t used;
} Font;

typedef struct {
    char *text;
    Face face;
    int size;
    int64_t used;
    Line line;
} KeptLine;

typedef struct {
    char *text; // NULL: free
    Face face;
    int size, width;
} KeptWidth;

struct Letters {
    Arena arena;
    const char *paths[FACE_COUNT];
    Font fonts[LETTERS_FONTS];
    int font_count;
    KeptLine lines[LETTERS_LINES];
    int line_count, line_bytes;
    KeptWidth widths[WIDTHS]; // by hash, the newest wins
    int64_t now;
};

// ---- fonts ----

static void font_measure(Font *font) {
    font->ascent = TTF_FontAscent(font->font);
    for (Uint32 digit = '0'; digit <= '9'; digit++) {
        int advance = 0;
        TTF_GlyphMetrics32(font->font, digit, NULL, NULL, NULL, NULL, &advance);
        if (advance > font->digit_advance) font->digit_advance = advance;
    }
}

static Font *font_slot(Letters *letters) {
    if (letters->font_count < LETTERS_FONTS) return &letters->fonts[letters->font_count++];
    Font *oldest = letters->fonts;
    for (int i = 1; i < LETTERS_FONTS; i++)
        if (letters->fonts[i].used < oldest->used) oldest = &letters->fonts[i];
    TTF_CloseFont(oldest->font);
    return oldest;
}

// NULL when the file has become unreadable since letters_open.
static Font *font_get(Letters *letters, Face face, int size) {
    for (int i = 0; i < letters->font_count; i++) {
        Font *font = &letters->fonts[i];
        if (font->face != face || font->size != size) continue;
        font->used = ++letters->now;
        return font;
    }
    TTF_Font *opened = TTF_OpenFont(letters->paths[face], size);
    if (!opened) return NULL;
    TTF_SetFontHinting(opened, TTF_HINTING_LIGHT_SUBPIXEL);
    TTF_SetFontKerning(opened, 1);
    Font *font = font_slot(letters);
    *font = (Font){.font = opened, .face = face, .size = size, .used = ++letters->now};
    font_measure(font);
    return font;
}

static int whole_size(float size) {
    if (!(size > SMALLEST_SIZE)) return SMALLEST_SIZE;
    return size < LARGEST_SIZE ? (int)(size + 0.5f) : LARGEST_SIZE;
}

bool letters_open(const char *folder, Letters **result, Error *error) {
    if (TTF_Init() != 0) return error_set(error, "cannot set up fonts: %s", TTF_GetError());
    Letters *letters = calloc(1, sizeof *letters);
    assert(letters);
    bool good = true;
    for (int face = 0; good && face < FACE_COUNT; face++) {
        letters->paths[face] = path_join(&letters->arena, folder, face_files[face]);
        good = font_get(letters, (Face)face, 28) != NULL;
        if (!good)
            error_set(error, "cannot read the font %s: %s; install the Inter fonts (Debian: fonts-inter)",
                      letters->paths[face], TTF_GetError());
    }
    if (good) *result = letters;
    else letters_close(letters);
    return good;
}

static void line_free(Letters *letters, KeptLine *kept) {
    letters->line_bytes -= kept->line.width * kept->line.height;
    free(kept->line.mask);
    free(kept->text);
}

void letters_close(Letters *letters) {
    if (!letters) return;
    for (int i = 0; i < letters->line_count; i++) line_free(letters, &letters->lines[i]);
    for (int i = 0; i < WIDTHS; i++) free(letters->widths[i].text);
    for (int i = 0; i < letters->font_count; i++) TTF_CloseFont(letters->fonts[i].font);
    arena_free(&letters->arena);
    free(letters);
    TTF_Quit();
}

// ---- laying a line out: runs of other characters, and digits one by one ----

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Copies the run that begins at `text` and returns its length: one digit, or all up to the next.
static int next_run(const char *text, char *run) {
    int length = 0;
    if (is_digit(*text)) length = 1;
    else while (text[length] && !is_digit(text[length])) length++;
    memcpy(run, text, (size_t)length);
    run[length] = '\0';
    return length;
}

// Next character of UTF-8; any malformed byte stands for itself.
static const char *next_character(const char *at, Uint32 *character) {
    unsigned char lead = (unsigned char)*at++;
    int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    *character = more == 3 ? lead & 0x07u : more == 2 ? lead & 0x0Fu : more == 1 ? lead & 0x1Fu : lead;
    for (; more > 0 && ((unsigned char)*at & 0xC0) == 0x80; more--, at++)
        *character = *character << 6 | ((unsigned char)*at & 0x3Fu);
    return at;
}

typedef struct {
    int pen;              // where the run begins
    int width;            // how far it moves the pen
    int left, rise;       // how far the rendered run reaches left of the pen and above the ascent
} Run;

static Run run_measure(const Font *font, const char *run, int pen) {
    Run measured = {.pen = pen};
    const char *at = run;
    for (bool first = true; *at; first = false) {
        Uint32 character;
        int low = 0, high = 0, advance = 0;
        at = next_character(at, &character);
        TTF_GlyphMetrics32(font->font, character, &low, NULL, NULL, &high, &advance);
        if (first && low < 0) measured.left = -low;
        if (high - font->ascent > measured.rise) measured.rise = high - font->ascent;
        measured.width = advance; // all that counts for a single digit
    }
    if (is_digit(*run)) {
        measured.pen += (font->digit_advance - measured.width) / 2;
        measured.width = font->digit_advance;
    } else {
        TTF_SizeUTF8(font->font, run, &measured.width, NULL);
        measured.width -= measured.left;
    }
    return measured;
}

static int line_width(const Font *font, const char *text) {
    char run[LONGEST_TEXT + 1];
    int pen = 0;
    while (*text) {
        text += next_run(text, run);
        pen += run_measure(font, run, pen).width;
    }
    return pen;
}

// ---- rendering ----

// Keeps the larger of what is there and the run's alpha, so that overhanging letters may overlap.
static void stamp(Line *line, const SDL_Surface *surface, int x, int y) {
    for (int row = 0; row < surface->h; row++) {
        const Uint32 *from = (const Uint32 *)((const Uint8 *)surface->pixels + row * surface->pitch);
        if (y + row < 0 || y + row >= line->height) continue;
        uint8_t *to = line->mask + (size_t)(y + row) * (size_t)line->width;
        for (int column = 0; column < surface->w; column++) {
            uint8_t alpha = (uint8_t)(from[column] >> 24);
            int at = x + column;
            if (at >= 0 && at < line->width && alpha > to[at]) to[at] = alpha;
        }
    }
}

static void render(const Font *font, const char *text, Line *line) {
    char run[LONGEST_TEXT + 1];
    int pen = 0;
    while (*text) {
        text += next_run(text, run);
        Run measured = run_measure(font, run, pen);
        SDL_Surface *surface = TTF_RenderUTF8_Blended(font->font, run, (SDL_Color){255, 255, 255, 255});
        if (surface)
            stamp(line, surface, measured.pen - measured.left - line->left,
                  line->baseline - font->ascent - measured.rise);
        SDL_FreeSurface(surface);
        pen += measured.width;
    }
}

// Cuts the empty margins off, so that a change repaints no more than it must.
static void trim(Line *line) {
    int left = line->width, right = -1, top = line->height, bottom = -1;
    for (int y = 0; y < line->height; y++) {
        for (int x = 0; x < line->width; x++) {
            if (!line->mask[(size_t)y * (size_t)line->width + (size_t)x]) continue;
            if (x < left) left = x;
            if (x > right) right = x;
            if (y < top) top = y;
            bottom = y;
        }
    }
    int width = right < left ? 0 : right - left + 1, height = right < left ? 0 : bottom - top + 1;
    for (int y = 0; y < height; y++)
        memmove(line->mask + (size_t)y * (size_t)width,
                line->mask + (size_t)(top + y) * (size_t)line->width + (size_t)left, (size_t)width);
    if (width) line->left += left, line->baseline -= top;
    line->width = width, line->height = height;
}

static Line line_make(const Font *font, const char *text) {
    int margin = font->size; // for letters that reach beyond their advance, and accents on capitals
    Line line = {.advance = line_width(font, text), .left = -margin, .baseline = font->ascent + margin};
    line.width = line.advance + 2 * margin < WIDEST ? line.advance + 2 * margin : WIDEST;
    line.height = TTF_FontHeight(font->font) + 2 * margin;
    line.mask = calloc((size_t)line.width, (size_t)line.height);
    assert(line.mask);
    render(font, text, &line);
    trim(&line);
    uint8_t *fitting = realloc(line.mask, (size_t)line.width * (size_t)line.height + 1);
    if (fitting) line.mask = fitting;
    return line;
}

// ---- what is kept ----

static void drop_oldest(Letters *letters) {
    int oldest = 0;
    for (int i = 1; i < letters->line_count; i++)
        if (letters->lines[i].used < letters->lines[oldest].used) oldest = i;
    line_free(letters, &letters->lines[oldest]);
    letters->lines[oldest] = letters->lines[--letters->line_count];
}

// At most LONGEST_TEXT bytes, whole characters.
static const char *shortened(const char *text, char *buffer) {
    size_t length = strnlen(text, LONGEST_TEXT + 1);
    if (length <= LONGEST_TEXT) return text;
    for (length = LONGEST_TEXT; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80;) length--;
    memcpy(buffer, text, length);
    buffer[length] = '\0';
    return buffer;
}

static char *copy_of(const char *text) {
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    assert(copy);
    return memcpy(copy, text, size);
}

const Line *letters_line(Letters *letters, const char *text, Face face, float em) {
    static const Line nothing = {0};
    char buffer[LONGEST_TEXT + 1];
    int size = whole_size(em);
    text = shortened(text, buffer);
    for (int i = 0; i < letters->line_count; i++) {
        KeptLine *kept = &letters->lines[i];
        if (kept->size != size || kept->face != face || strcmp(kept->text, text) != 0) continue;
        kept->used = ++letters->now;
        return &kept->line;
    }
    Font *font = font_get(letters, face, size);
    if (!font) return &nothing;
    Line line = line_make(font, text);
    int bytes = line.width * line.height;
    while (letters->line_count == LETTERS_LINES ||
           (letters->line_count && letters->line_bytes + bytes > LETTERS_LINE_BYTES))
        drop_oldest(letters);
    KeptLine *kept = &letters->lines[letters->line_count++];
    *kept = (KeptLine){copy_of(text), face, size, ++letters->now, line};
    letters->line_bytes += bytes;
    return &kept->line;
}

// FNV-1a (Fowler, Noll, Vo 1991).
static unsigned hash_of(const char *text, Face face, int size) {
    unsigned hash = 2166136261u ^ (unsigned)face ^ (unsigned)size << 4;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

float letters_width(Letters *letters, const char *text, Face face, float em) {
    char buffer[LONGEST_TEXT + 1];
    int size = whole_size(em);
    text = shortened(text, buffer);
    KeptWidth *kept = &letters->widths[hash_of(text, face, size) % WIDTHS];
    if (kept->text && kept->size == size && kept->face == face && strcmp(kept->text, text) == 0)
        return (float)kept->width;
    Font *font = font_get(letters, face, size);
    if (!font) return 0;
    free(kept->text);
    *kept = (KeptWidth){copy_of(text), face, size, line_width(font, text)};
    return (float)kept->width;
}

void letters_kept(const Letters *letters, int *fonts, int *lines, int *bytes) {
    *fonts = letters->font_count;
    *lines = letters->line_count;
    *bytes = letters->line_bytes;
}
