#include "app/announcer.h"

#include "sound/breath.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    AHEAD_MS = 250,           // real: how early a cue is put on the bus
    REQUEST_AHEAD_MS = 15000, // real: how early its text is spoken
    PLANNED_MAX = 32,
    HELD_MAX = MIXER_VOICES + PLANNED_MAX,
    SAMPLES_PER_MS = SOUND_RATE / 1000,
    DRIFT_SAMPLES = SAMPLES_PER_MS / 2, // a cue further than this from its place is set anew
    KEPT_WEIGHT = 7, // what has begun is never cut
    REMARKS_MAX = 8,
    BETWEEN_REMARKS = SOUND_RATE * 2 / 5, // as long as a full stop
    BREATH_LONGEST_S = 12, // of a breath as it sounds; of six seconds at half the tempo
    TAG_WEIGHTS = 8  // a tag is serial number * TAG_WEIGHTS + weight
};

// How much a cue matters against another, and how late it may begin and still be of use.
typedef struct {
    int weight;
    int late_ms;
} Rule;

static const Rule RULES[CUE_KINDS] = {
    [CUE_NAME] = {KEPT_WEIGHT, 2500},
    [CUE_SETUP] = {KEPT_WEIGHT, 2500},
    [CUE_NOTE] = {KEPT_WEIGHT, 2500},
    [CUE_DOSE] = {5, 2500},
    [CUE_SAFETY] = {6, 2500},
    [CUE_GUIDE] = {5, 400},
    [CUE_SIDE] = {5, 1500},
    [CUE_SAY] = {5, 2500},
    [CUE_END] = {5, 2500},
    [CUE_GO] = {4, 400},
    [CUE_RELEASE] = {4, 400},
    [CUE_NEXT] = {4, 400},
    [CUE_REST] = {4, 400},
    [CUE_FORM] = {3, 400},
    [CUE_HOLD] = {3, 400},
    [CUE_HALFWAY] = {2, 400},
    [CUE_COUNT] = {1, 120},
    [CUE_SECONDS] = {1, 120},
    [CUE_TONE_START] = {0, 120},
    [CUE_TONE_SWITCH] = {0, 120},
    [CUE_TONE_RELEASE] = {0, 120},
    [CUE_TONE_END] = {0, 120},
    [CUE_TONE_OUT] = {0, 60},
    [CUE_TONE_HOLD] = {0, 60},
    [CUE_TONE_BACK] = {0, 60},
    [CUE_TONE_CLICK] = {0, 120},
    [CUE_BREATH_IN] = {0, 400},
    [CUE_BREATH_OUT] = {0, 400},
};

// A cue that was handed out and not yet told to the log.
typedef struct {
    const Cue *cue;
    SoundClip clip;   // held from the speaker, or a tone
    bool has_clip;
    bool is_set;      // on the mixer
    bool is_dropped;  // gave way to another
    int64_t place;    // sample of the bus where it belongs, as worked out when it was set
    int64_t start;    // where it was set
    bool is_noted;    // has begun, and played_ms is known
    int64_t played_ms;
    int tag;
} Planned;

struct Announcer {
    Speaker *speaker; // NULL for no voice
    AnnouncerLog log;
    void *log_context;
    Arena *arena;
    SoundClip tones[TONE_COUNT];
    SoundClip breaths[2][BREATH_LONGEST_S + 1]; // out and in, by whole seconds; made when they are needed
    Planned planned[PLANNED_MAX];
    int planned_count;
    SoundClip held[HELD_MAX]; // clips of cues that are told, until the mixer is done with them
    int held_count;
    int serial;            // of the next tag
    const Session *session;
    int requested;         // cues before this one were asked for
    int next_cue;          // as this file left the playhead
    double at_ms, tempo;   // session time and ...
    int64_t at_sample;     // ... the bus at the same moment, at the last step that ran
    double reached_ms;     // session time at the last step
    const char *remarks[REMARKS_MAX]; // asked for and not begun
    int remark_count;
    int64_t remark_end;    // sample at which the last one that began is over
};

void announcer_log_line(void *file, const Cue *cue, int64_t played_ms) {
    fprintf(file, "%" PRId64 "\t", cue->at_ms);
    if (played_ms == ANNOUNCER_LEFT_OUT) {
        fprintf(file, "-");
    } else {
        fprintf(file, "%" PRId64, played_ms);
    }
    fprintf(file, "\t%s\t%s\n", cue_kind_names[cue->kind], cue->text ? cue->text : "");
}

Announcer *announcer_make(Arena *arena, Speaker *speaker, AnnouncerLog log, void *log_context) {
    Announcer *announcer = arena_new(arena, Announcer, 1);
    *announcer = (Announcer){.speaker = speaker, .log = log, .log_context = log_context, .arena = arena,
                              .remark_end = -BETWEEN_REMARKS};
    for (int tone = 0; tone < TONE_COUNT; tone++) announcer->tones[tone] = tone_make(arena, (Tone)tone);
    return announcer;
}

// ---- clips ----

static bool is_spoken(const Cue *cue) {
    return cue->kind < CUE_TONE_START;
}

// The kinds of both are in the same order.
static Tone tone_of(const Cue *cue) {
    assert(cue->kind >= CUE_TONE_START && cue->kind <= CUE_TONE_CLICK);
    return (Tone)(TONE_START + (cue->kind - CUE_TONE_START));
}

// As many whole seconds as there are in the breath.
static SoundClip breath_of(Announcer *announcer, const Cue *cue, double tempo) {
    int seconds = (int)((double)(cue->end_ms - cue->at_ms) / tempo / 1000.0 + 0.05);
    if (seconds < 1) seconds = 1;
    if (seconds > BREATH_LONGEST_S) seconds = BREATH_LONGEST_S;
    bool in = cue->kind == CUE_BREATH_IN;
    SoundClip *breath = &announcer->breaths[in][seconds];
    if (!breath->samples) *breath = breath_make(announcer->arena, in, seconds * 1000);
    return *breath;
}

static void give_back(Announcer *announcer, SoundClip clip) {
    if (announcer->speaker) speaker_release(announcer->speaker, clip);
}

static void give_back_finished(Announcer *announcer, const Mixer *mixer) {
    for (int i = announcer->held_count - 1; i >= 0; i--) {
        if (mixer && mixer_uses(mixer, announcer->held[i])) continue;
        give_back(announcer, announcer->held[i]);
        announcer->held[i] = announcer->held[--announcer->held_count];
    }
}

// The clip of a cue that is over with, but may still sound.
static void keep_until_finished(Announcer *announcer, const Mixer *mixer, const Planned *planned) {
    if (!planned->has_clip || !is_spoken(planned->cue) || planned->clip.count == 0) return;
    if (announcer->held_count == HELD_MAX) give_back_finished(announcer, mixer);
    assert(announcer->held_count < HELD_MAX); // the mixer plays no more than that
    announcer->held[announcer->held_count++] = planned->clip;
}

static bool find_clip(Announcer *announcer, Planned *planned, double tempo) {
    if (planned->has_clip) return true;
    if (planned->cue->kind >= CUE_BREATH_IN) {
        planned->clip = breath_of(announcer, planned->cue, tempo);
        planned->has_clip = true;
    } else if (!is_spoken(planned->cue)) {
        planned->clip = announcer->tones[tone_of(planned->cue)];
        planned->has_clip = true;
    } else if (planned->cue->text) {
        planned->has_clip = speaker_take(announcer->speaker, planned->cue->text, &planned->clip);
    }
    return planned->has_clip;
}

static void request_ahead(Announcer *announcer, const Playhead *playhead) {
    if (!announcer->speaker) return;
    const Session *session = playhead->session;
    if (announcer->requested < playhead->next_cue) announcer->requested = playhead->next_cue;
    while (announcer->requested < session->cues.count) {
        const Cue *cue = &session->cues.items[announcer->requested];
        if (playhead_real_ms_until(playhead, cue->at_ms) > REQUEST_AHEAD_MS) return;
        if (is_spoken(cue) && !cue->is_shown_only && cue->text && !speaker_request(announcer->speaker, cue->text)) return;
        announcer->requested++;
    }
}

// ---- the list of planned cues ----

static void tell(Announcer *announcer, const Planned *planned, int64_t played_ms) {
    if (announcer->log) announcer->log(announcer->log_context, planned->cue, played_ms);
}

static void remove_planned(Announcer *announcer, const Mixer *mixer, int index) {
    keep_until_finished(announcer, mixer, &announcer->planned[index]);
    announcer->planned_count--;
    memmove(&announcer->planned[index], &announcer->planned[index + 1],
            sizeof announcer->planned[0] * (size_t)(announcer->planned_count - index));
}

static void leave_out(Announcer *announcer, const Mixer *mixer, int index) {
    tell(announcer, &announcer->planned[index], ANNOUNCER_LEFT_OUT);
    remove_planned(announcer, mixer, index);
}

static bool has_begun(const Planned *planned, const Mixer *mixer) {
    return planned->is_set && planned->start < mixer->position + mixer->tail;
}

// Session time of a sample of the bus, by the last step that ran.
static int64_t session_ms_at(const Announcer *announcer, int64_t sample) {
    double real_ms = (double)(sample - announcer->at_sample) / SAMPLES_PER_MS;
    return llround(announcer->at_ms + real_ms * announcer->tempo);
}

// By the clock of the last step that ran: a pause in between moves the bus by up to a block.
static void note_begun(Announcer *announcer, const Mixer *mixer) {
    for (int i = 0; i < announcer->planned_count; i++) {
        Planned *planned = &announcer->planned[i];
        if (planned->is_noted || !has_begun(planned, mixer)) continue;
        planned->is_noted = true;
        planned->played_ms = session_ms_at(announcer, planned->start);
    }
}

// Tells the log what has begun and was reached (a device takes its samples a little before).
static void tell_played(Announcer *announcer, const Playhead *playhead, const Mixer *mixer) {
    note_begun(announcer, mixer);
    for (int i = 0; i < announcer->planned_count;) {
        const Planned *planned = &announcer->planned[i];
        if (planned->is_noted && (double)planned->cue->at_ms <= playhead->position_ms) {
            tell(announcer, planned, planned->played_ms);
            remove_planned(announcer, mixer, i);
        } else {
            i++;
        }
    }
}

// Takes back what was set and has not begun; it stays planned.
static void withdraw_all(Announcer *announcer, Mixer *mixer) {
    for (int i = 0; i < announcer->planned_count; i++) {
        Planned *planned = &announcer->planned[i];
        if (!planned->is_set || has_begun(planned, mixer)) continue;
        mixer_withdraw(mixer, planned->tag);
        planned->is_set = false;
    }
}

// ---- setting cues on the bus ----

typedef enum { SET_DONE, SET_LATER, SET_NEVER } SetResult;

static int64_t place_of(const Playhead *playhead, const Cue *cue, int64_t bus_now) {
    return bus_now + llround(playhead_real_ms_until(playhead, cue->at_ms) * SAMPLES_PER_MS);
}

static int64_t voice_end(const MixerVoice *voice) {
    int64_t end = voice->start + voice->clip.count;
    if (voice->fade_at != INT64_MAX && voice->fade_at + MIXER_FADE_SAMPLES < end) {
        return voice->fade_at + MIXER_FADE_SAMPLES;
    }
    return end;
}

// Of the voice that sounds or is set, the last; NULL when all is quiet.
static const MixerVoice *last_speech(const Mixer *mixer) {
    const MixerVoice *last = NULL;
    for (int i = 0; i < mixer->voice_count; i++) {
        const MixerVoice *voice = &mixer->voices[i];
        if (voice->bus == BUS_VOICE && (!last || voice_end(voice) > voice_end(last))) last = voice;
    }
    return last;
}

// Ends a voice of less weight before `start`, and returns when the next may begin. One that has not begun
// is dropped: a snippet would only startle.
static int64_t cut_speech(Announcer *announcer, Mixer *mixer, int tag, int64_t start) {
    if (mixer_withdraw(mixer, tag)) {
        for (int i = 0; i < announcer->planned_count; i++) {
            if (announcer->planned[i].tag == tag) announcer->planned[i].is_dropped = true;
        }
        return start;
    }
    int64_t cut_at = start - MIXER_FADE_SAMPLES;
    if (cut_at < mixer->position) cut_at = mixer->position;
    mixer_fade(mixer, tag, cut_at);
    return cut_at + MIXER_FADE_SAMPLES;
}

// True when a voice that this weight may not cut goes on past `latest`.
static bool is_blocked(const Mixer *mixer, int weight, int64_t latest) {
    for (int i = 0; i < mixer->voice_count; i++) {
        const MixerVoice *voice = &mixer->voices[i];
        if (voice->bus != BUS_VOICE || voice_end(voice) <= latest) continue;
        int other = voice->tag % TAG_WEIGHTS;
        if (other == KEPT_WEIGHT || other >= weight) return true;
    }
    return false;
}

// Where a voice may begin: at `start`, or when what sounds then is over. False when that is past `latest`.
static bool make_room(Announcer *announcer, Mixer *mixer, int weight, int64_t latest, int64_t *start) {
    if (is_blocked(mixer, weight, latest)) return false;
    for (;;) {
        const MixerVoice *speech = last_speech(mixer);
        if (!speech || voice_end(speech) <= *start) return *start <= latest;
        int other = speech->tag % TAG_WEIGHTS;
        if (other == KEPT_WEIGHT || other >= weight) {
            *start = voice_end(speech);
        } else {
            *start = cut_speech(announcer, mixer, speech->tag, *start);
        }
    }
}

// A remark may be late, and like a name it is not cut. It is no cue, so the log does not know it.
static void set_remark(Announcer *announcer, Mixer *mixer) {
    SoundClip clip;
    if (!announcer->remark_count || mixer->position < announcer->remark_end + BETWEEN_REMARKS) return;
    if (!speaker_take(announcer->speaker, announcer->remarks[0], &clip)) return;
    memmove(announcer->remarks, announcer->remarks + 1, sizeof *announcer->remarks * (size_t)--announcer->remark_count);
    int64_t start = mixer->position;
    if (clip.count == 0 || !make_room(announcer, mixer, KEPT_WEIGHT, INT64_MAX, &start)) return;
    mixer_schedule(mixer, clip, BUS_VOICE, start, announcer->serial++ * TAG_WEIGHTS + KEPT_WEIGHT);
    announcer->remark_end = start + clip.count;
    keep_until_finished(announcer, mixer, &(Planned){.cue = &(Cue){.kind = CUE_SAY}, .clip = clip, .has_clip = true});
}

static SetResult set_planned(Announcer *announcer, Planned *planned, Mixer *mixer, double tempo) {
    Rule rule = RULES[planned->cue->kind];
    Bus bus = is_spoken(planned->cue) ? BUS_VOICE : BUS_TONE;
    int64_t latest = planned->place + (int64_t)rule.late_ms * SAMPLES_PER_MS;
    int64_t start = planned->place > mixer->position ? planned->place : mixer->position;
    if (start > latest) return SET_NEVER;
    if (!find_clip(announcer, planned, tempo)) return SET_LATER;
    if (bus == BUS_VOICE && planned->clip.count > 0) {
        if (!make_room(announcer, mixer, rule.weight, latest, &start)) return SET_NEVER;
    }
    planned->tag = announcer->serial++ * TAG_WEIGHTS + rule.weight;
    if (!mixer_schedule(mixer, planned->clip, bus, start, planned->tag)) return SET_NEVER;
    planned->start = start;
    planned->is_set = true;
    return SET_DONE;
}

// Cues that make no sound here (no voice, no device) are told when their time has come.
static bool is_silent(const Announcer *announcer, const Cue *cue, const Mixer *mixer) {
    if (!mixer) return true;
    return is_spoken(cue) && (!announcer->speaker || !cue->text || cue->is_shown_only);
}

// What becomes of one planned cue at this step; true when the log was told and it is gone.
static bool settle(Announcer *announcer, const Playhead *playhead, Mixer *mixer, int64_t bus_now, int index) {
    Planned *planned = &announcer->planned[index];
    const Cue *cue = planned->cue;
    if (is_silent(announcer, cue, mixer)) {
        if (playhead->position_ms < (double)cue->at_ms) return false;
        tell(announcer, planned, cue->at_ms);
        remove_planned(announcer, mixer, index);
        return true;
    }
    if (planned->is_set) return false;
    planned->place = place_of(playhead, cue, bus_now);
    if (set_planned(announcer, planned, mixer, playhead->tempo) != SET_NEVER) return false;
    leave_out(announcer, mixer, index);
    return true;
}

static void settle_all(Announcer *announcer, const Playhead *playhead, Mixer *mixer, int64_t bus_now) {
    for (int i = 0; i < announcer->planned_count;) {
        if (!settle(announcer, playhead, mixer, bus_now, i)) i++;
    }
    for (int i = announcer->planned_count - 1; i >= 0; i--) {
        if (announcer->planned[i].is_dropped) leave_out(announcer, mixer, i);
    }
}

// A new tempo, a stall or a drifting device moves the places of cues that are set but not begun.
static bool has_drifted(const Announcer *announcer, const Playhead *playhead, const Mixer *mixer, int64_t bus_now) {
    for (int i = 0; i < announcer->planned_count; i++) {
        const Planned *planned = &announcer->planned[i];
        if (!planned->is_set || has_begun(planned, mixer)) continue;
        if (llabs(planned->place - place_of(playhead, planned->cue, bus_now)) > DRIFT_SAMPLES) return true;
    }
    return false;
}

static void take_cues(Announcer *announcer, Playhead *playhead, double ahead_ms) {
    while (announcer->planned_count < PLANNED_MAX) {
        const Cue *cue = playhead_take_cue(playhead, ahead_ms);
        if (!cue) return;
        announcer->planned[announcer->planned_count++] = (Planned){.cue = cue};
    }
}

// What is set and has not begun is set anew when time goes on: the device may be a block further by then.
static void stand_still(Announcer *announcer, const Playhead *playhead, Mixer *mixer) {
    if (!mixer) return;
    tell_played(announcer, playhead, mixer);
    withdraw_all(announcer, mixer);
    mixer_pause(mixer, true);
}

static void run_on(Announcer *announcer, Playhead *playhead, Mixer *mixer, int64_t bus_now) {
    if (mixer) {
        mixer_pause(mixer, false);
        tell_played(announcer, playhead, mixer);
    }
    if (mixer && announcer->speaker) set_remark(announcer, mixer);
    take_cues(announcer, playhead, mixer ? AHEAD_MS : 0.0);
    // At the end the playhead stands while the bus runs on: the last common moment stays.
    bool common = !playhead_at_end(playhead);
    if (mixer && common && has_drifted(announcer, playhead, mixer, bus_now)) withdraw_all(announcer, mixer);
    settle_all(announcer, playhead, mixer, bus_now);
    if (common) {
        announcer->at_ms = playhead->position_ms;
        announcer->at_sample = bus_now;
        announcer->tempo = playhead->tempo;
    }
}

static bool has_jumped(const Announcer *announcer, const Playhead *playhead) {
    return playhead->session != announcer->session || playhead->next_cue != announcer->next_cue ||
           playhead->position_ms < announcer->reached_ms;
}

static void begin_at(Announcer *announcer, const Playhead *playhead, int64_t bus_now) {
    announcer->session = playhead->session;
    announcer->requested = 0;
    announcer->at_ms = announcer->reached_ms = playhead->position_ms;
    announcer->at_sample = bus_now;
    announcer->tempo = playhead->tempo;
}

// What the playhead had reached is told; what it had not it will hand out again.
static void tell_reached(Announcer *announcer, const Mixer *mixer) {
    if (mixer) note_begun(announcer, mixer);
    for (int i = 0; i < announcer->planned_count; i++) {
        const Planned *planned = &announcer->planned[i];
        if ((double)planned->cue->at_ms > announcer->reached_ms) continue;
        tell(announcer, planned, planned->is_noted ? planned->played_ms : ANNOUNCER_LEFT_OUT);
    }
}

void announcer_remark(Announcer *announcer, const char *sentence) {
    if (announcer->remark_count == REMARKS_MAX) return; // nobody waits for so much
    announcer->remarks[announcer->remark_count++] = sentence;
    if (announcer->speaker) speaker_request(announcer->speaker, sentence);
}

void announcer_idle(Announcer *announcer, Mixer *mixer) {
    if (!mixer) return;
    mixer_pause(mixer, false);
    if (announcer->speaker) set_remark(announcer, mixer);
    give_back_finished(announcer, mixer);
}

static void forget_plans(Announcer *announcer, Mixer *mixer) {
    announcer->remark_end = -BETWEEN_REMARKS;
    tell_reached(announcer, mixer);
    if (mixer) mixer_cancel(mixer);
    while (announcer->planned_count > 0) remove_planned(announcer, mixer, announcer->planned_count - 1);
    give_back_finished(announcer, mixer);
    if (announcer->speaker) speaker_forget_requests(announcer->speaker);
    announcer->session = NULL;
}

void announcer_reset(Announcer *announcer, Mixer *mixer) {
    announcer->remark_count = 0;
    forget_plans(announcer, mixer);
}

void announcer_lose_sound(Announcer *announcer) {
    forget_plans(announcer, NULL);
}

void announcer_end(Announcer *announcer, Mixer *mixer) {
    announcer_reset(announcer, mixer);
    give_back_finished(announcer, NULL);
}

void announcer_step(Announcer *announcer, Playhead *playhead, Mixer *mixer, int64_t bus_now) {
    if (has_jumped(announcer, playhead)) {
        announcer_reset(announcer, mixer);
        begin_at(announcer, playhead, bus_now);
    }
    request_ahead(announcer, playhead);
    if (playhead->paused || playhead->ready_left_ms > 0) {
        stand_still(announcer, playhead, mixer);
    } else {
        run_on(announcer, playhead, mixer, bus_now);
    }
    announcer->next_cue = playhead->next_cue;
    announcer->reached_ms = playhead->position_ms;
    give_back_finished(announcer, mixer);
}
