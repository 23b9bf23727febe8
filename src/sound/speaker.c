#include "sound/speaker.h"

#include "sound/speak.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef enum { ENTRY_FREE, ENTRY_WANTED, ENTRY_SPEAKING, ENTRY_READY } EntryState;

typedef struct {
    EntryState state;
    char *text;
    SoundClip clip;
    int holders;
    bool is_stale; // of the coach before; nobody finds it any more
    int64_t used; // when it was last asked for, spoken or released, as a count of such events; 0: urgent
} Entry;

struct Speaker {
    pthread_mutex_t lock; // everything below
    pthread_cond_t wanted;
    pthread_t thread;
    const Coach *coach;
    bool in_background, closing;
    Error trouble;  // the first; empty for none
    bool has_told_trouble;
    int64_t events;
    int64_t bytes;
    Entry entries[SPEAKER_ENTRIES];
};

static int64_t clip_bytes(SoundClip clip) {
    return (int64_t)sizeof *clip.samples * clip.count;
}

static void free_entry(Speaker *speaker, Entry *entry) {
    speaker->bytes -= clip_bytes(entry->clip);
    speak_free(&entry->clip);
    free(entry->text);
    *entry = (Entry){0};
}

static Entry *find_entry(Speaker *speaker, const char *text) {
    for (int i = 0; i < SPEAKER_ENTRIES; i++) {
        Entry *entry = &speaker->entries[i];
        if (entry->state != ENTRY_FREE && !entry->is_stale && strcmp(entry->text, text) == 0) return entry;
    }
    return NULL;
}

// The entry in that state, held by nobody, whose last use is longest ago.
static Entry *oldest_entry(Speaker *speaker, EntryState state) {
    Entry *oldest = NULL;
    for (int i = 0; i < SPEAKER_ENTRIES; i++) {
        Entry *entry = &speaker->entries[i];
        if (entry->state != state || entry->holders > 0) continue;
        if (!oldest || entry->used < oldest->used) oldest = entry;
    }
    return oldest;
}

static void keep_within_limit(Speaker *speaker) {
    while (speaker->bytes > SPEAKER_CACHE_BYTES) {
        Entry *entry = oldest_entry(speaker, ENTRY_READY);
        if (!entry) return; // all are being played
        free_entry(speaker, entry);
    }
}

// Finds or begins the entry of a text; NULL when there is no room.
static Entry *want_entry(Speaker *speaker, const char *text) {
    Entry *entry = find_entry(speaker, text);
    if (!entry) {
        entry = oldest_entry(speaker, ENTRY_FREE);
        if (!entry) {
            entry = oldest_entry(speaker, ENTRY_READY);
            if (!entry) return NULL;
            free_entry(speaker, entry);
        }
        entry->text = strdup(text);
        if (!entry->text) abort();
        entry->state = ENTRY_WANTED;
        pthread_cond_signal(&speaker->wanted);
    }
    // What waits keeps its place in the queue.
    if (entry->used == 0 || entry->state != ENTRY_WANTED) entry->used = ++speaker->events;
    return entry;
}

// The coach's clip, or what the synthesiser makes of the text when there is none; `trouble` says when it is damaged.
static SoundClip make_clip(const Coach *coach, const char *text, Error *trouble) {
    const CoachClip *made = coach_find(coach, text);
    SoundClip clip;
    if (made && coach_read(made, &clip, trouble)) return clip;
    return speak_text(text);
}

// Speaks with the lock released; the entry stays where it is, because only READY ones are freed.
static void speak_entry(Speaker *speaker, Entry *entry) {
    entry->state = ENTRY_SPEAKING;
    const Coach *coach = speaker->coach;
    pthread_mutex_unlock(&speaker->lock);
    Error trouble = {0};
    SoundClip clip = make_clip(coach, entry->text, &trouble);
    pthread_mutex_lock(&speaker->lock);
    if (!speaker->trouble.sentence[0]) speaker->trouble = trouble;
    entry->clip = clip;
    entry->state = ENTRY_READY;
    entry->used = ++speaker->events;
    speaker->bytes += clip_bytes(clip);
    entry->holders++; // not this one, or a clip larger than the cache were never ready
    keep_within_limit(speaker);
    entry->holders--;
}

static void *speak_in_background(void *context) {
    Speaker *speaker = context;
    pthread_mutex_lock(&speaker->lock);
    while (!speaker->closing) {
        Entry *entry = oldest_entry(speaker, ENTRY_WANTED);
        if (entry) {
            speak_entry(speaker, entry);
        } else {
            pthread_cond_wait(&speaker->wanted, &speaker->lock);
        }
    }
    pthread_mutex_unlock(&speaker->lock);
    return NULL;
}

Speaker *speaker_open(bool in_background, const Coach *coach) {
    Speaker *speaker = calloc(1, sizeof *speaker);
    if (!speaker) abort();
    pthread_mutex_init(&speaker->lock, NULL);
    pthread_cond_init(&speaker->wanted, NULL);
    speaker->in_background = in_background;
    speaker->coach = coach;
    if (in_background && pthread_create(&speaker->thread, NULL, speak_in_background, speaker) != 0) {
        speaker->in_background = false;
    }
    return speaker;
}

void speaker_close(Speaker *speaker) {
    if (!speaker) return;
    if (speaker->in_background) {
        pthread_mutex_lock(&speaker->lock);
        speaker->closing = true;
        pthread_cond_signal(&speaker->wanted);
        pthread_mutex_unlock(&speaker->lock);
        pthread_join(speaker->thread, NULL);
    }
    for (int i = 0; i < SPEAKER_ENTRIES; i++) {
        assert(speaker->entries[i].holders == 0);
        if (speaker->entries[i].state != ENTRY_FREE) free_entry(speaker, &speaker->entries[i]);
    }
    pthread_cond_destroy(&speaker->wanted);
    pthread_mutex_destroy(&speaker->lock);
    free(speaker);
}

bool speaker_request(Speaker *speaker, const char *text) {
    pthread_mutex_lock(&speaker->lock);
    bool known = want_entry(speaker, text) != NULL;
    pthread_mutex_unlock(&speaker->lock);
    return known;
}

void speaker_forget_requests(Speaker *speaker) {
    pthread_mutex_lock(&speaker->lock);
    for (int i = 0; i < SPEAKER_ENTRIES; i++) {
        if (speaker->entries[i].state == ENTRY_WANTED) free_entry(speaker, &speaker->entries[i]);
    }
    pthread_mutex_unlock(&speaker->lock);
}

bool speaker_take(Speaker *speaker, const char *text, SoundClip *clip) {
    *clip = (SoundClip){0};
    pthread_mutex_lock(&speaker->lock);
    Entry *entry = want_entry(speaker, text);
    if (entry && entry->state == ENTRY_WANTED && !speaker->in_background) speak_entry(speaker, entry);
    bool ready = entry && entry->state == ENTRY_READY;
    if (entry && entry->state == ENTRY_WANTED) entry->used = 0; // its time has come: before all others
    if (ready && entry->clip.count > 0) {
        *clip = entry->clip;
        entry->holders++;
    }
    pthread_mutex_unlock(&speaker->lock);
    return ready;
}

void speaker_release(Speaker *speaker, SoundClip clip) {
    if (clip.count == 0) return;
    pthread_mutex_lock(&speaker->lock);
    for (int i = 0; i < SPEAKER_ENTRIES; i++) {
        Entry *entry = &speaker->entries[i];
        if (entry->clip.samples != clip.samples) continue;
        assert(entry->holders > 0);
        entry->holders--;
        entry->used = ++speaker->events;
        break;
    }
    keep_within_limit(speaker);
    pthread_mutex_unlock(&speaker->lock);
}

void speaker_set_coach(Speaker *speaker, const Coach *coach) {
    pthread_mutex_lock(&speaker->lock);
    speaker->coach = coach;
    speaker->trouble = (Error){0};
    speaker->has_told_trouble = false;
    for (int i = 0; i < SPEAKER_ENTRIES; i++) {
        Entry *entry = &speaker->entries[i];
        if (entry->state == ENTRY_READY && entry->holders == 0) free_entry(speaker, entry);
        entry->is_stale = entry->state == ENTRY_READY || entry->state == ENTRY_SPEAKING;
    }
    pthread_mutex_unlock(&speaker->lock);
}

bool speaker_trouble(Speaker *speaker, Error *error) {
    pthread_mutex_lock(&speaker->lock);
    bool is_news = speaker->trouble.sentence[0] && !speaker->has_told_trouble;
    if (is_news) *error = speaker->trouble;
    speaker->has_told_trouble |= is_news;
    pthread_mutex_unlock(&speaker->lock);
    return is_news;
}

int64_t speaker_bytes(Speaker *speaker) {
    pthread_mutex_lock(&speaker->lock);
    int64_t bytes = speaker->bytes;
    pthread_mutex_unlock(&speaker->lock);
    return bytes;
}
