#include "hear/listener.h"

#include "hear/utterance.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { WAITING_MAX = 4, TOLD_MAX = 8 };

typedef struct {
    int16_t samples[UTTERANCE_MAX];
    int count;
} Said;

struct Listener {
    Utterance utterance;
    int closed_samples; // for so long the ear stays closed
    pthread_t thread;
    pthread_mutex_t lock;   // everything below
    pthread_cond_t changed;
    bool closing, failed;
    Error problem;          // of failed
    Said waiting[WAITING_MAX];
    int waiting_count;
    Heard told[TOLD_MAX];
    int told_count;
};

// Waits for an utterance and takes it. False at the end.
static bool next_said(Listener *listener, Said *said) {
    pthread_mutex_lock(&listener->lock);
    while (!listener->closing && listener->waiting_count == 0) pthread_cond_wait(&listener->changed, &listener->lock);
    bool takes = !listener->closing;
    if (takes) {
        *said = listener->waiting[0];
        listener->waiting_count--;
        memmove(&listener->waiting[0], &listener->waiting[1], sizeof *said * (size_t)listener->waiting_count);
    }
    pthread_mutex_unlock(&listener->lock);
    return takes;
}

static void tell(Listener *listener, Heard heard) {
    pthread_mutex_lock(&listener->lock);
    if (heard && listener->told_count < TOLD_MAX) listener->told[listener->told_count++] = heard;
    pthread_mutex_unlock(&listener->lock);
}

static void recognise_all(Listener *listener, Recogniser *recogniser) {
    Said *said = malloc(sizeof *said);
    if (!said) abort();
    while (next_said(listener, said)) tell(listener, recogniser_hear(recogniser, said->samples, said->count));
    free(said);
}

// The recogniser reads its model here, since that takes longer than a picture may.
static void *work(void *context) {
    Listener *listener = context;
    Recogniser *recogniser;
    Error problem = {0};
    if (recogniser_open(&recogniser, &problem)) {
        recognise_all(listener, recogniser);
        recogniser_close(recogniser);
        return NULL;
    }
    pthread_mutex_lock(&listener->lock);
    listener->problem = problem;
    listener->failed = true;
    pthread_mutex_unlock(&listener->lock);
    return NULL;
}

static void free_listener(Listener *listener) {
    pthread_cond_destroy(&listener->changed);
    pthread_mutex_destroy(&listener->lock);
    free(listener);
}

bool listener_open(Listener **listener, Error *error) {
    *listener = NULL;
    Listener *opened = calloc(1, sizeof *opened);
    if (!opened) abort();
    utterance_start(&opened->utterance);
    pthread_mutex_init(&opened->lock, NULL);
    pthread_cond_init(&opened->changed, NULL);
    if (pthread_create(&opened->thread, NULL, work, opened) != 0) {
        free_listener(opened);
        return error_set(error, "voice commands are off: the machine gives no thread for them");
    }
    *listener = opened;
    return true;
}

void listener_close(Listener *listener) {
    if (!listener) return;
    pthread_mutex_lock(&listener->lock);
    listener->closing = true;
    pthread_cond_signal(&listener->changed);
    pthread_mutex_unlock(&listener->lock);
    pthread_join(listener->thread, NULL);
    free_listener(listener);
}

bool listener_has_failed(Listener *listener, Error *error) {
    pthread_mutex_lock(&listener->lock);
    bool failed = listener->failed;
    if (failed) *error = listener->problem;
    pthread_mutex_unlock(&listener->lock);
    return failed;
}

// When too many wait the machine is too slow, and an old command is worse than none.
static void hand_over(Listener *listener) {
    const Utterance *utterance = &listener->utterance;
    pthread_mutex_lock(&listener->lock);
    if (listener->waiting_count < WAITING_MAX) {
        Said *said = &listener->waiting[listener->waiting_count++];
        memcpy(said->samples, utterance->kept, sizeof utterance->kept[0] * (size_t)utterance->kept_count);
        said->count = utterance->kept_count;
        pthread_cond_signal(&listener->changed);
    }
    pthread_mutex_unlock(&listener->lock);
}

void listener_feed(Listener *listener, const int16_t *samples, int count, bool speaks) {
    if (speaks) listener->closed_samples = LISTENER_RINGS_MS * (HEAR_RATE / 1000) + count;
    int closed = listener->closed_samples < count ? listener->closed_samples : count;
    listener->closed_samples -= closed;
    if (closed > 0) utterance_forget(&listener->utterance);
    for (int at = closed; at < count;) {
        bool done;
        at += utterance_take(&listener->utterance, samples + at, count - at, &done);
        if (!done) continue;
        hand_over(listener);
        utterance_forget(&listener->utterance);
    }
}

bool listener_hears_voice(const Listener *listener) {
    return listener->utterance.is_voice;
}

Heard listener_take(Listener *listener) {
    Heard heard = HEARD_NOTHING;
    pthread_mutex_lock(&listener->lock);
    if (listener->told_count > 0) {
        heard = listener->told[0];
        listener->told_count--;
        memmove(&listener->told[0], &listener->told[1], sizeof listener->told[0] * (size_t)listener->told_count);
    }
    pthread_mutex_unlock(&listener->lock);
    return heard;
}
