#include "sound/resample.h"

#include <assert.h>
#include <samplerate.h>
#include <stdlib.h>

static_assert((int)RESAMPLE_CONVERTER == (int)SRC_SINC_MEDIUM_QUALITY, "as libsamplerate numbers them");

int resample_count(int count, int from_rate, int to_rate) {
    return (int)((int64_t)count * to_rate / from_rate);
}

void resample(const int16_t *in, int count, int from_rate, int to_rate, float *out) {
    assert(src_is_valid_ratio((double)to_rate / from_rate));
    int out_count = resample_count(count, from_rate, to_rate);
    float *floats = malloc(sizeof *floats * (size_t)(count + 1));
    if (!floats) abort();
    src_short_to_float_array(in, floats, count);
    SRC_DATA work = {.data_in = floats, .data_out = out, .input_frames = count, .output_frames = out_count,
                     .src_ratio = (double)to_rate / from_rate};
    if (src_simple(&work, RESAMPLE_CONVERTER, 1) != 0) abort(); // only without memory
    for (long i = work.output_frames_gen; i < out_count; i++) out[i] = 0.0f;
    free(floats);
}
