#include "app/bakery.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LARGEST_MOVE = 1024 * 1024, LINE_BYTES = 512, NICENESS = 15, OPEN_FILES = 256 };

// What the sheet was made from, beside its index.
static const char text_name[] = "made-from.move";

typedef enum { ORDER_WAITS, ORDER_DRAWN, ORDER_DONE, ORDER_FAILED } OrderState;

typedef struct {
    const char *move, *path; // id and file
    Text text;               // of the move when it was asked for
    OrderState state;
    int percent;
} Order;

struct Bakery {
    Arena *arena;
    Folders folders;
    double scale;
    LIST(Order) orders;
    int current; // -1: nothing is drawn
    pid_t child;
    int pipe;    // what the child says
    char line[LINE_BYTES];
    int line_size;
    char reason[LINE_BYTES]; // the first thing it said that is not progress
};

Bakery *bakery_make(Arena *arena, const Folders *folders, double scale) {
    Bakery *bakery = arena_new(arena, Bakery, 1);
    *bakery = (Bakery){.arena = arena, .folders = *folders, .scale = scale, .current = -1, .pipe = -1};
    return bakery;
}

// ---- what is needed ----

// Made from this very text, and not by an older program.
static bool is_fresh(Bakery *bakery, const char *sheet, Text text) {
    const char *path = path_join(bakery->arena, sheet, text_name);
    Text made_from;
    Error error;
    return file_exists(path) && file_read(bakery->arena, path, LARGEST_MOVE, &made_from, &error) &&
           text_equal(made_from, text) && file_changed_ns(path) >= file_changed_ns(bakery->folders.bake);
}

// Those that come with Limber are drawn when it is built; where that was left out, it is meant so.
static bool is_shipped(const Bakery *bakery, const Move *move) {
    const char *folder = bakery->folders.moves;
    return strncmp(move->path, folder, strlen(folder)) == 0 && move->path[strlen(folder)] == '/';
}

static void ask_for(Bakery *bakery, const Move *move) {
    if (!move->path || is_shipped(bakery, move)) return;
    Order order = {.move = move->id, .path = move->path};
    Error error;
    bool is_there = folders_have_sheet(bakery->arena, bakery->folders.own_sheets, move->id) ||
                    folders_have_sheet(bakery->arena, bakery->folders.sheets, move->id);
    if (is_there || !file_read(bakery->arena, move->path, LARGEST_MOVE, &order.text, &error)) return;
    for (int i = 0; i < bakery->orders.count; i++) {
        const Order *other = &bakery->orders.items[i];
        if (strcmp(other->move, move->id) == 0 && text_equal(other->text, order.text)) return; // once for each text
    }
    const char *sheet = path_join(bakery->arena, bakery->folders.cache_sheets, move->id);
    if (is_fresh(bakery, sheet, order.text)) return;
    folder_remove(sheet); // of another text: its poses may be other ones
    *list_push(bakery->arena, &bakery->orders) = order;
}

void bakery_ask(Bakery *bakery, const Session *session) {
    const Move *last = NULL;
    for (int i = 0; i < session->segments.count; i++) {
        const Move *move = session->segments.items[i].move;
        if (move && move != last) ask_for(bakery, last = move);
    }
}

int bakery_percent(const Bakery *bakery, const char *move) {
    for (int i = bakery->orders.count; i-- > 0;) { // the last one is of its latest text
        const Order *order = &bakery->orders.items[i];
        if (strcmp(order->move, move) == 0) return order->state <= ORDER_DRAWN ? order->percent : -1;
    }
    return -1;
}

// ---- the child ----

// In the child: only what is allowed between fork and exec.
static void become_baker(int said, char *const *words) {
    dup2(said, STDOUT_FILENO);
    dup2(said, STDERR_FILENO);
    for (int file = STDERR_FILENO + 1; file < OPEN_FILES; file++) close(file); // display and sound stay with Limber
    setpriority(PRIO_PROCESS, 0, NICENESS);
    execv(words[0], words);
    static const char lost[] = "the program limber-bake is not beside limber; build or install it\n";
    ssize_t written = write(STDOUT_FILENO, lost, sizeof lost - 1);
    _exit(written == (ssize_t)sizeof lost - 1 ? 3 : 4);
}

static bool start_child(Bakery *bakery, const Order *order) {
    char *scale = text_format(bakery->arena, "%.3f", bakery->scale);
    char *words[] = {(char *)bakery->folders.bake, (char *)order->path, "-o", (char *)bakery->folders.cache_sheets,
                     "--scale", scale, "--jobs", "1", "--progress", "--beside", (char *)bakery->folders.moves, NULL};
    int ends[2];
    if (pipe(ends) != 0) return false;
    bakery->child = fork();
    if (bakery->child == 0) become_baker(ends[1], words);
    close(ends[1]);
    bakery->pipe = ends[0];
    fcntl(bakery->pipe, F_SETFL, O_NONBLOCK);
    fcntl(bakery->pipe, F_SETFD, FD_CLOEXEC);
    if (bakery->child > 0) return true;
    close(bakery->pipe);
    return false;
}

static bool start_next(Bakery *bakery) {
    for (int i = 0; i < bakery->orders.count; i++) {
        Order *order = &bakery->orders.items[i];
        if (order->state != ORDER_WAITS) continue;
        bakery->line_size = 0, bakery->reason[0] = '\0';
        order->state = ORDER_DRAWN;
        bakery->current = i;
        if (start_child(bakery, order)) return true;
        order->state = ORDER_WAITS; // too many processes for the moment
        bakery->current = -1;
        return false;
    }
    return false;
}

static void hear_line(Bakery *bakery) {
    int percent;
    bakery->line[bakery->line_size] = '\0';
    if (sscanf(bakery->line, "progress %d", &percent) == 1 && percent >= 0 && percent <= 100)
        bakery->orders.items[bakery->current].percent = percent;
    else if (!bakery->reason[0])
        memcpy(bakery->reason, bakery->line, (size_t)bakery->line_size + 1);
    bakery->line_size = 0;
}

static void hear(Bakery *bakery) {
    char bytes[1024];
    for (ssize_t size; (size = read(bakery->pipe, bytes, sizeof bytes)) > 0;)
        for (ssize_t i = 0; i < size; i++) {
            if (bytes[i] == '\n') hear_line(bakery);
            else if (bakery->line_size < LINE_BYTES - 1) bakery->line[bakery->line_size++] = bytes[i];
        }
}

static void remove_begun(Bakery *bakery) {
    const Order *order = &bakery->orders.items[bakery->current];
    const char *place = path_join(bakery->arena, bakery->folders.cache_sheets, order->move);
    folder_remove(text_format(bakery->arena, "%s.new-%ld", place, (long)bakery->child));
}

static BakeryNews finish(Bakery *bakery, bool good, const char **sentence) {
    Order *order = &bakery->orders.items[bakery->current];
    const char *sheet = path_join(bakery->arena, bakery->folders.cache_sheets, order->move);
    Error error = {0};
    good = good && file_write(path_join(bakery->arena, sheet, text_name), order->text, &error);
    if (!good) remove_begun(bakery);
    order->state = good ? ORDER_DONE : ORDER_FAILED;
    const char *reason = error.sentence[0] ? error.sentence : bakery->reason[0] ? bakery->reason : "limber-bake was ended";
    if (!good) *sentence = text_format(bakery->arena, "%s cannot be drawn: %s", order->move, reason);
    close(bakery->pipe);
    bakery->pipe = -1, bakery->child = 0, bakery->current = -1;
    return good ? BAKERY_MADE : BAKERY_FAILED;
}

BakeryNews bakery_step(Bakery *bakery, const char **move, const char **sentence) {
    if (bakery->current < 0 && !start_next(bakery)) return BAKERY_IDLE;
    *move = bakery->orders.items[bakery->current].move;
    hear(bakery);
    int status;
    pid_t ended = waitpid(bakery->child, &status, WNOHANG);
    if (ended == 0 || (ended < 0 && errno == EINTR)) return BAKERY_WORKS;
    hear(bakery); // its last words
    return finish(bakery, ended > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0, sentence);
}

void bakery_end(Bakery *bakery) {
    if (!bakery || bakery->current < 0) return;
    kill(bakery->child, SIGKILL); // it has nothing to put in order; that is done here
    while (waitpid(bakery->child, NULL, 0) < 0 && errno == EINTR) continue;
    close(bakery->pipe);
    remove_begun(bakery);
    bakery->current = -1;
}
