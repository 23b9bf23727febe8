#include "hear/utterance.h"

#include <math.h>
#include <string.h>

enum {
    RISE_FRAMES = 6,   // so long above the room begins a voice
    END_FRAMES = 35,   // so long below ends it: the stop inside "next" is shorter
    LEAST_FRAMES = 12, // shorter is a click or a cough
};

static const double ABOVE_DB = 9.0, SILENCE_DB = -70.0, ROOM_RISES_DB = 0.03, ROOM_FALLS_DB = 1.0;

void utterance_start(Utterance *utterance) {
    *utterance = (Utterance){.quiet_db = -50.0};
}

void utterance_forget(Utterance *utterance) {
    utterance->is_voice = utterance->is_too_long = false;
    utterance->kept_count = utterance->loud_frames = utterance->quiet_frames = utterance->frame_count = 0;
}

// Loudness of the frame. The difference of neighbours takes out the hum of the room.
static double frame_db(Utterance *utterance) {
    double sum = 0.0;
    for (int i = 0; i < UTTERANCE_FRAME; i++) {
        double sample = utterance->frame[i] / 32768.0, step = sample - 0.95 * utterance->last_sample;
        utterance->last_sample = sample;
        sum += step * step;
    }
    return fmax(SILENCE_DB, 10.0 * log10(sum / UTTERANCE_FRAME + 1e-12));
}

// Before a voice only the last moments are kept.
static void keep_frame(Utterance *utterance) {
    int most = utterance->is_voice ? UTTERANCE_MAX : UTTERANCE_BEFORE;
    int over = utterance->kept_count + UTTERANCE_FRAME - most;
    if (over > 0) {
        utterance->kept_count -= over;
        memmove(utterance->kept, utterance->kept + over, sizeof utterance->kept[0] * (size_t)utterance->kept_count);
    }
    memcpy(utterance->kept + utterance->kept_count, utterance->frame, sizeof utterance->frame);
    utterance->kept_count += UTTERANCE_FRAME;
}

static bool end_voice(Utterance *utterance) {
    bool good = !utterance->is_too_long && utterance->loud_frames >= LEAST_FRAMES;
    utterance->is_voice = utterance->is_too_long = false;
    utterance->loud_frames = 0;
    if (!good) utterance->kept_count = 0;
    return good;
}

// True when an utterance ended with this frame.
static bool judge_frame(Utterance *utterance) {
    double db = frame_db(utterance);
    bool loud = db > utterance->quiet_db + ABOVE_DB;
    double toward = db - utterance->quiet_db;
    utterance->quiet_db += toward > 0 ? fmin(toward, ROOM_RISES_DB) : fmax(toward, -ROOM_FALLS_DB);
    keep_frame(utterance);
    utterance->quiet_frames = loud ? 0 : utterance->quiet_frames + 1;
    if (utterance->is_voice) {
        utterance->loud_frames += loud;
        utterance->is_too_long |= utterance->kept_count >= UTTERANCE_MAX;
        return utterance->quiet_frames >= END_FRAMES && end_voice(utterance);
    }
    utterance->loud_frames = loud ? utterance->loud_frames + 1 : 0;
    utterance->is_voice = utterance->loud_frames >= RISE_FRAMES;
    return false;
}

int utterance_take(Utterance *utterance, const int16_t *samples, int count, bool *done) {
    *done = false;
    int taken = 0;
    while (taken < count && !*done) {
        utterance->frame[utterance->frame_count++] = samples[taken++];
        if (utterance->frame_count < UTTERANCE_FRAME) continue;
        *done = judge_frame(utterance);
        utterance->frame_count = 0;
    }
    return taken;
}
