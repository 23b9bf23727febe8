// Music files for tests: written into a folder of their own, each a steady tone that tells which it is.
#pragma once

#include "base/file.h"
#include "sound/mixer.h"

#include <math.h>
#include <sndfile.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char track_folder[64];

static inline int make_tracks_folder(void **state) {
    (void)state;
    strcpy(track_folder, "/tmp/limber-tracks-XXXXXX");
    return mkdtemp(track_folder) ? 0 : -1;
}

static inline int remove_tracks_folder(void **state) {
    (void)state;
    folder_remove(track_folder);
    return 0;
}

static inline const char *track_path(const char *name) {
    static char path[128];
    snprintf(path, sizeof path, "%s/%s", track_folder, name);
    return path;
}

// A tone of `level` full scale.
static inline void write_track(const char *name, int format, double frequency_hz, double level, double seconds) {
    SF_INFO info = {.samplerate = SOUND_RATE, .channels = 1, .format = format};
    SNDFILE *out = sf_open(track_path(name), SFM_WRITE, &info);
    assert_non_null(out);
    for (int i = 0; i < (int)(seconds * SOUND_RATE); i++) {
        float sample = (float)(level * sin(2.0 * 3.14159265358979 * frequency_hz * i / SOUND_RATE));
        assert_int_equal(sf_writef_float(out, &sample, 1), 1);
    }
    sf_close(out);
}

// Amplitude of one frequency in the left of some stereo frames (Goertzel 1958).
static inline double amplitude_at(const float *stereo, int frames, double frequency_hz) {
    double step = 2.0 * cos(2.0 * 3.14159265358979 * frequency_hz / SOUND_RATE), a = 0.0, b = 0.0;
    for (int i = 0; i < frames; i++) {
        double c = stereo[2 * i] + step * a - b;
        b = a;
        a = c;
    }
    return 2.0 * sqrt(fmax(a * a + b * b - step * a * b, 0.0)) / frames;
}
