#include "history/journal.h"

#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1 << 20, TAIL_SIZE = 64, HEX_DIGITS = 8 };

// ---- one line ----

// Half a byte at a time.
uint32_t journal_checksum(Text text) {
    static const uint32_t halves[16] = {
        0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac, 0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
        0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c, 0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c,
    };
    uint32_t sum = 0xffffffff;
    for (int i = 0; i < text.size; i++) {
        sum ^= (unsigned char)text.bytes[i];
        sum = sum >> 4 ^ halves[sum & 15];
        sum = sum >> 4 ^ halves[sum & 15];
    }
    return ~sum;
}

void journal_line_write(JournalLine *line, TextBuilder *out) {
    char rest[JOURNAL_LINE_MAX];
    int size = snprintf(rest, sizeof rest, "%" PRId64 " %08" PRIx32 " %.*s", line->order_ms, line->writer,
                        TEXT_ARGS(line->words));
    assert(size < JOURNAL_LINE_MAX - HEX_DIGITS - 2 && !memchr(rest, '\n', (size_t)size));
    line->checksum = journal_checksum((Text){rest, size});
    builder_add(out, "%08" PRIx32 " %s\n", line->checksum, rest);
}

// Eight digits and one blank; moves the text on.
static bool read_hex(Text *text, uint32_t *number) {
    *number = 0;
    if (text->size < HEX_DIGITS + 1 || text->bytes[HEX_DIGITS] != ' ') return false;
    for (int i = 0; i < HEX_DIGITS; i++) {
        char c = text->bytes[i];
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return false;
        *number = *number << 4 | (uint32_t)digit;
    }
    *text = (Text){text->bytes + HEX_DIGITS + 1, text->size - HEX_DIGITS - 1};
    return true;
}

// Digits and one blank; moves the text on.
static bool read_order(Text *text, int64_t *order_ms) {
    int at = 0;
    for (*order_ms = 0; at < text->size && text->bytes[at] >= '0' && text->bytes[at] <= '9' && at < 15; at++)
        *order_ms = *order_ms * 10 + text->bytes[at] - '0';
    if (at == 0 || at == text->size || text->bytes[at] != ' ') return false;
    *text = (Text){text->bytes + at + 1, text->size - at - 1};
    return true;
}

bool journal_line_read(Text text, JournalLine *line) {
    if (text.size > 0 && text.bytes[text.size - 1] == '\n') text.size--;
    if (text.size > 0 && text.bytes[text.size - 1] == '\r') text.size--;
    if (text.size >= JOURNAL_LINE_MAX || !read_hex(&text, &line->checksum)) return false;
    if (journal_checksum(text) != line->checksum) return false;
    if (!read_order(&text, &line->order_ms) || !read_hex(&text, &line->writer)) return false;
    line->words = text;
    return true;
}

// ---- adding ----

// A new file lasts only when its folder is on the disk too.
static void sync_folder(const char *path) {
    char folder[4096];
    int size = snprintf(folder, sizeof folder, "%.*s", (int)(path_name(path) - path), path);
    int fd = size > 0 && size < (int)sizeof folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd < 0) return;
    fsync(fd);
    close(fd);
}

static bool write_whole(int fd, Text text) {
    for (int done = 0; done < text.size;) {
        ssize_t size = write(fd, text.bytes + done, (size_t)(text.size - done));
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return false;
        done += (int)size;
    }
    return true;
}

static uint32_t tail_at(int fd, int64_t end) {
    char bytes[TAIL_SIZE];
    int64_t begin = end > TAIL_SIZE ? end - TAIL_SIZE : 0;
    ssize_t size = pread(fd, bytes, (size_t)(end - begin), begin);
    return journal_checksum((Text){bytes, size > 0 ? (int)size : 0});
}

// The bytes there are; and whether the last line lacks its end.
static bool look_at_end(int fd, int64_t *size, bool *is_torn) {
    struct stat status;
    char last = '\n';
    if (fstat(fd, &status) != 0) return false;
    if (!S_ISREG(status.st_mode)) return errno = EINVAL, false;
    *size = status.st_size;
    if (*size > 0 && pread(fd, &last, 1, *size - 1) != 1) return false;
    *is_torn = last != '\n';
    return true;
}

static int count_lines(Text lines) {
    int count = 0;
    for (int i = 0; i < lines.size; i++) count += lines.bytes[i] == '\n';
    return count;
}

static bool add_at_end(int fd, Text lines, JournalReading *reading) {
    bool is_torn = false;
    int64_t before = 0;
    if (!look_at_end(fd, &before, &is_torn)) return false;
    bool good = (!is_torn || write_whole(fd, (Text){"\n", 1})) && write_whole(fd, lines) && fdatasync(fd) == 0;
    int reason = errno;
    if (!good && ftruncate(fd, before) == 0) fdatasync(fd);
    errno = reason;
    bool had_all = reading->to == before && !is_torn;
    if (!good || !had_all) return good;
    reading->to = before + lines.size;
    reading->tail = tail_at(fd, reading->to);
    reading->lines += count_lines(lines);
    return true;
}

// It is opened anew each time: who carries files between machines puts new files in the place of old ones.
static bool append_once(const char *path, Text lines, JournalReading *reading) {
    bool is_new = !file_exists(path);
    int fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0666);
    if (fd < 0) return false;
    bool good = flock(fd, LOCK_EX) == 0 || errno == ENOLCK || errno == EOPNOTSUPP; // some shares know no locks
    good = good && add_at_end(fd, lines, reading);
    int reason = errno;
    close(fd);
    if (good && is_new) sync_folder(path);
    errno = reason;
    return good;
}

bool journal_append(const char *path, Text lines, JournalReading *reading, Error *error) {
    if (append_once(path, lines, reading)) return true;
    if (errno == ENOENT) {
        char folder[4096];
        int size = snprintf(folder, sizeof folder, "%.*s", (int)(path_name(path) - path) - 1, path);
        if (size >= (int)sizeof folder) return error_set(error, "cannot write %s: the path is too long", path);
        if (!folder_make(folder, error)) return false;
        if (append_once(path, lines, reading)) return true;
    }
    return error_set(error, "cannot write %s: %s", path, strerror(errno));
}

// ---- reading ----

typedef struct {
    int fd;
    char *block;     // of BLOCK bytes
    int size;        // of them filled
    int64_t at;      // of the file: where the block begins
    bool skips;      // inside a line that is too long
    JournalReading *reading;
    void (*take)(void *context, const JournalLine *line);
    void *context;
} Reader;

static bool is_blank(Text line) {
    for (int i = 0; i < line.size; i++)
        if ((unsigned char)line.bytes[i] > ' ') return false;
    return true;
}

static void take_line(Reader *reader, Text text, bool has_end) {
    static const char mark[] = "\xef\xbb\xbf"; // which some editors put first
    if (text.size >= 3 && memcmp(text.bytes, mark, 3) == 0) text = (Text){text.bytes + 3, text.size - 3};
    JournalLine line;
    bool is_whole = journal_line_read(text, &line);
    if (is_whole) reader->take(reader->context, &line);
    reader->reading->lines += has_end && is_whole;
    reader->reading->unreadable += has_end && !is_whole && !is_blank(text);
}

// Gives away the lines of the block and moves the rest to its front.
static void take_lines(Reader *reader) {
    int begin = 0;
    for (char *end; (end = memchr(reader->block + begin, '\n', (size_t)(reader->size - begin)));) {
        int next = (int)(end - reader->block) + 1;
        if (reader->skips) reader->skips = false, reader->reading->unreadable++;
        else take_line(reader, (Text){reader->block + begin, next - begin}, true);
        begin = next;
        reader->reading->to = reader->at + begin;
    }
    if (begin == 0 && reader->size == BLOCK) reader->skips = true, begin = BLOCK;
    memmove(reader->block, reader->block + begin, (size_t)(reader->size - begin));
    reader->size -= begin, reader->at += begin;
}

static bool read_lines(Reader *reader) {
    for (;;) {
        ssize_t size = pread(reader->fd, reader->block + reader->size, (size_t)(BLOCK - reader->size), reader->at + reader->size);
        if (size < 0 && errno == EINTR) continue;
        if (size < 0) return false;
        if (size == 0) break;
        reader->size += (int)size;
        take_lines(reader);
    }
    if (reader->size > 0 && !reader->skips) take_line(reader, (Text){reader->block, reader->size}, false);
    return true;
}

static bool read_from(int fd, JournalReading *reading, void (*take)(void *context, const JournalLine *line), void *context) {
    struct stat status;
    if (fd < 0 || fstat(fd, &status) != 0) return false;
    if (!S_ISREG(status.st_mode)) return errno = EINVAL, false;
    bool only_grew = reading->to <= status.st_size && tail_at(fd, reading->to) == reading->tail;
    if (!only_grew) *reading = (JournalReading){0};
    reading->from = reading->to;
    Reader reader = {.fd = fd, .block = malloc(BLOCK), .at = reading->from, .reading = reading, .take = take, .context = context};
    assert(reader.block);
    bool good = read_lines(&reader);
    free(reader.block);
    reading->tail = tail_at(fd, reading->to);
    return good;
}

bool journal_read(const char *path, JournalReading *reading, void (*take)(void *context, const JournalLine *line),
                  void *context, Error *error) {
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    bool good = read_from(fd, reading, take, context);
    int reason = errno;
    if (fd >= 0) close(fd);
    return good || error_set(error, "cannot read %s: %s", path, strerror(reason));
}
