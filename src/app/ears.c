#include "app/ears.h"

#include "hear/listener.h"
#include "sdl/sdl.h"

#include <stdlib.h>

struct Ears {
    Microphone *microphone;
    Listener *listener;
};

// The names that the key table has for them.
static const char *const key_names[HEARD_COUNT] = {
    [HEARD_PAUSE] = "Say pause", [HEARD_GO_ON] = "Say go on", [HEARD_NEXT] = "Say next", [HEARD_BACK] = "Say back",
    [HEARD_REPEAT] = "Say repeat", [HEARD_EASIER] = "Say easier", [HEARD_HURTS] = "Say this hurts", [HEARD_STOP] = "Say stop",
};

bool ears_open(Ears **ears, Error *error) {
    Ears *opened = calloc(1, sizeof *opened);
    if (!opened) abort();
    *ears = opened;
    if (listener_open(&opened->listener, error) && microphone_open(HEAR_RATE, &opened->microphone, error)) return true;
    ears_close(opened);
    *ears = NULL;
    return false;
}

void ears_close(Ears *ears) {
    if (!ears) return;
    microphone_close(ears->microphone);
    listener_close(ears->listener);
    free(ears);
}

int ears_step(Ears *ears, bool speaks, Key *keys) {
    int16_t samples[HEAR_RATE / 10];
    const int room = sizeof samples / sizeof *samples;
    for (int count = room; count == room;) {
        count = microphone_read(ears->microphone, samples, room);
        listener_feed(ears->listener, samples, count, speaks);
    }
    int heard_count = 0;
    for (Heard heard; heard_count < EARS_KEYS && (heard = listener_take(ears->listener)) != HEARD_NOTHING;) {
        keys[heard_count++] = (Key){.name = key_names[heard]};
    }
    return heard_count;
}

bool ears_hear_voice(const Ears *ears) {
    return listener_hears_voice(ears->listener);
}

bool ears_have_failed(Ears *ears, Error *error) {
    if (!microphone_is_gone(ears->microphone)) return listener_has_failed(ears->listener, error);
    error_set(error, "the microphone is gone; voice commands are off");
    return true;
}
