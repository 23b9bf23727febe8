#include "coach/spoken.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

typedef struct {
    SpokenTake take;
    void *context;
    const char *given[COACH_SPOKEN_MAX];
    int count;
} Once;

static void take_once(void *context, const char *sentence) {
    Once *once = context;
    if (!sentence) return;
    for (int i = 0; i < once->count; i++)
        if (strcmp(once->given[i], sentence) == 0) return;
    assert(once->count < COACH_SPOKEN_MAX);
    once->given[once->count++] = sentence;
    once->take(once->context, sentence);
}

void coach_spoken(SpokenTake take, void *context) {
    static void (*const tables[])(SpokenTake, void *) = {
        screen_spoken, checks_spoken, morning_spoken, during_spoken, after_spoken, choice_spoken,
        proposal_spoken, level_spoken, standing_spoken, today_spoken, advice_spoken,
    };
    Once once = {.take = take, .context = context};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) tables[i](take_once, &once);
}
