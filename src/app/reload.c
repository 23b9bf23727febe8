#include "app/reload.h"

enum { LOOK_EVERY_MS = 500 };

// As they were before files were read again: what is played stays whole when it cannot be worked out with the new ones.
typedef struct {
    Move *move, was;
} SavedMove;

typedef LIST(SavedMove) SavedMoves;

static void save_moves(Arena *arena, const Library *library, SavedMoves *saved) {
    for (int i = 0; i < library->moves.count; i++) {
        Move *move = library->moves.items[i];
        *list_push(arena, saved) = (SavedMove){move, *move};
        for (int k = 0; k < move->variants.count; k++)
            *list_push(arena, saved) = (SavedMove){move->variants.items[k], *move->variants.items[k]};
    }
}

static void restore_moves(const SavedMoves *saved) {
    for (int i = 0; i < saved->count; i++) *saved->items[i].move = saved->items[i].was;
}

static void read_again(Player *player, const FileList *changed, const FileList *gone) {
    Arena scratch = {0};
    SavedMoves saved = {0};
    Error error = {0};
    const Routine *chosen = ui_chosen_routine(player->ui);
    const char *told = NULL;
    save_moves(&scratch, &player->scripts->library, &saved);
    if (!scripts_read_again(player->arena, player->folders, changed, gone, player->scripts, &told, &error))
        told = text_copy(player->arena, text_of(error.sentence));
    if (ui_is_playing(player->ui) && !player_work_out_anew(player, &error)) {
        restore_moves(&saved);
        told = text_copy(player->arena, text_of(error.sentence));
    }
    player_library_changed(player, chosen);
    player_notify(player, told);
    arena_free(&scratch);
}

void reload_step(Player *player, double elapsed_ms) {
    if (!player->watch) return;
    player->look_in_ms -= elapsed_ms;
    if (player->look_in_ms > 0) return;
    player->look_in_ms = LOOK_EVERY_MS;
    Arena frame = {0};
    FileList changed = {0}, gone = {0};
    if (watch_look(player->watch, &frame, &changed, &gone)) read_again(player, &changed, &gone);
    arena_free(&frame);
}
