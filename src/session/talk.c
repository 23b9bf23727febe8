#include "session/talk.h"

#include <stddef.h>

// Safety, and what the routine's author wrote, are said or at least shown whatever the talk: who asked for quiet did not
// ask to be hurt. They do not sound then, because quiet is chosen where a voice would disturb others.
static const Saying sayings[CUE_KINDS][AMOUNT_COUNT] = {
    [CUE_NAME] = {SAID, SAID, SAID, LEFT_OUT},
    [CUE_SETUP] = {SAID, LEFT_OUT, LEFT_OUT, LEFT_OUT},
    [CUE_NOTE] = {SAID, SAID, SAID, LEFT_OUT}, // it stands on the screen
    [CUE_DOSE] = {SAID, SAID, LEFT_OUT, LEFT_OUT},
    [CUE_SAFETY] = {SAID, SAID, SAID, SHOWN},
    [CUE_GUIDE] = {SAID, SAID, LEFT_OUT, LEFT_OUT},
    [CUE_GO] = {SAID, SAID, LEFT_OUT, LEFT_OUT},
    [CUE_FORM] = {SAID, SAID, LEFT_OUT, LEFT_OUT},
    [CUE_HOLD] = {SAID, SAID, LEFT_OUT, LEFT_OUT},
    [CUE_RELEASE] = {SAID, SAID, LEFT_OUT, LEFT_OUT},
    [CUE_SIDE] = {SAID, SAID, SAID, LEFT_OUT},
    [CUE_COUNT] = {SAID, SAID, SAID, LEFT_OUT},
    [CUE_HALFWAY] = {SAID, SAID, SAID, LEFT_OUT},
    [CUE_SECONDS] = {SAID, SAID, SAID, LEFT_OUT},
    [CUE_REST] = {SAID, SAID, LEFT_OUT, LEFT_OUT},
    [CUE_NEXT] = {SAID, SAID, SAID, LEFT_OUT},
    [CUE_SAY] = {SAID, SAID, SAID, SHOWN},
    [CUE_END] = {SAID, SAID, SAID, SHOWN},
    [CUE_TONE_START] = {SAID, SAID, SAID, SAID},
    [CUE_TONE_SWITCH] = {SAID, SAID, SAID, SAID},
    [CUE_TONE_RELEASE] = {SAID, SAID, SAID, SAID},
    [CUE_TONE_CLICK] = {SAID, SAID, SAID, SAID},
    [CUE_TONE_END] = {SAID, SAID, SAID, SAID},
    [CUE_TONE_OUT] = {SAID, SAID, SAID, SAID},
    [CUE_TONE_HOLD] = {SAID, SAID, SAID, SAID},
    [CUE_TONE_BACK] = {SAID, SAID, SAID, SAID},
    [CUE_BREATH_IN] = {SAID, SAID, SAID, SAID},
    [CUE_BREATH_OUT] = {SAID, SAID, SAID, SAID},
};

Amount talk_amount_between(const SessionOptions *options) {
    switch (options->talk) {
    case TALK_SHORT: return AMOUNT_SHORT;
    case TALK_QUIET: return AMOUNT_QUIET;
    default: return AMOUNT_FULL;
    }
}

Amount talk_amount(const SessionOptions *options, const Move *move) {
    if (options->talk != TALK_FULL || !options->times_done) return talk_amount_between(options);
    int times = options->times_done(options->times_context, move->id);
    if (times >= SHORT_FROM_TIMES) return AMOUNT_SHORT;
    return times >= REMIND_FROM_TIMES ? AMOUNT_REMIND : AMOUNT_FULL;
}

Saying talk_saying(Amount amount, CueKind kind) {
    return sayings[kind][amount];
}
