#include "coach/morning.h"

#include "coach/spoken.h"

#include <assert.h>

enum { WORST = 10, VERY_HIGH_PAIN = 8, VERY_SORE = 7, SORE = 5, STILL_SORE_DAYS = 3, HIGH_DAYS = 3 };

static int usual(const Morning *morning) {
    return morning->usual ? morning->usual : morning->pain; // the first day is its own measure
}

static bool red_flag(const Morning *morning) {
    return morning->red_flag == ANSWER_YES;
}

static bool worst(const Morning *morning) {
    return morning->soreness == WORST || morning->pain == WORST;
}

static bool very_high_pain(const Morning *morning) {
    return morning->pain >= VERY_HIGH_PAIN;
}

static bool incomplete(const Morning *morning) {
    return !morning->soreness || !morning->pain || morning->red_flag != ANSWER_NO;
}

static bool above_usual(const Morning *morning) {
    return morning->pain >= usual(morning) + 2;
}

static bool above_usual_again(const Morning *morning) {
    return above_usual(morning) && morning->days_above >= 2;
}

static bool high_for_days(const Morning *morning) {
    return (morning->pain == 6 || morning->pain == 7) && morning->days_high >= HIGH_DAYS;
}

static bool high_pain(const Morning *morning) {
    return morning->pain == 6 || morning->pain == 7;
}

static bool still_very_sore(const Morning *morning) {
    return morning->soreness >= VERY_SORE && morning->very_sore_for_days >= STILL_SORE_DAYS;
}

static bool very_sore(const Morning *morning) {
    return morning->soreness >= VERY_SORE;
}

static bool sore(const Morning *morning) {
    return morning->soreness >= SORE;
}

static bool was_very_sore(const Morning *morning) {
    return morning->was_very_sore;
}

static bool a_little_more_pain(const Morning *morning) {
    return morning->pain == 5 || (morning->pain == usual(morning) + 1 && morning->pain >= 3);
}

static bool on_target(const Morning *morning) {
    return morning->soreness >= 3;
}

static bool fresh(const Morning *morning) {
    return morning->soreness >= 1;
}

// The rows in the order they are tried. Before the plan gets easier or goes on, all three questions must be answered; an
// answer that forbids a session does so without the others.
static const struct {
    bool (*holds)(const Morning *morning);
    MorningDecision decision;
} rows[] = {
    {red_flag, {"4.1/1", MORNING_EMERGENCY_CHECK, .advice = ADVICE_EMERGENCY,
                .why = "What you feel is new and has to be looked at, so a few questions come first, and no exercise today."}},
    {worst, {"4.1/2", MORNING_DOCTOR_TODAY, .advice = ADVICE_DOCTOR_TODAY,
             .why = "With a 10, today is for seeing a doctor and not for exercise."}},
    {very_high_pain, {"4.1/3", MORNING_REST, .advice = ADVICE_DOCTOR_SOON,
                      .why = "Your pain is 8 or more, so today is for rest; walk a little if you can."}},
    {incomplete, {"4.1/0", MORNING_ASK, .why = "Three short questions first, so that today suits you."}},
    {above_usual_again, {"4.1/4", MORNING_STRETCH_GENTLE, .gentlest = true, .advice = ADVICE_DOCTOR_SOON,
                         .why = "Your pain is well above usual for the second day, so only the gentlest moves, as long as they ease it."}},
    {high_for_days, {"4.1/5a", MORNING_STRETCH_GENTLE, .advice = ADVICE_DOCTOR_SOON,
                     .why = "Your pain has been at 6 or 7 for three days, so only gentle stretching today."}},
    {above_usual, {"4.1/5", MORNING_STRETCH_GENTLE,
                   .why = "Your pain is well above usual, so only gentle stretching today."}},
    {high_pain, {"4.1/5a", MORNING_STRETCH_GENTLE, .why = "Your pain is at 6 or 7, so only gentle stretching today."}},
    {still_very_sore, {"4.1/6", MORNING_REST2, .shorter = true, .advice = ADVICE_DOCTOR_SOON,
                       .why = "Your muscles have been very sore for days, so no strength today and tomorrow; stretch if it feels good."}},
    {very_sore, {"4.1/6", MORNING_REST2, .shorter = true,
                 .why = "Your muscles are very sore, so no strength today and tomorrow; stretch if it feels good."}},
    {sore, {"4.1/7", MORNING_REST1,
            .why = "Your muscles are clearly sore, so today we stretch and walk; strength can wait."}},
    {was_very_sore, {"4.1/6", MORNING_REST2,
                     .why = "Your muscles were very sore yesterday, so they get one more day without strength."}},
    {a_little_more_pain, {"4.1/8", MORNING_FULL_EASY, .why = "Your pain is a little up, so today is one level easier."}},
    {on_target, {"4.1/9", MORNING_FULL, .why = "A little sore is just right, so today goes as planned."}},
    {fresh, {"4.1/10", MORNING_FULL_UP, .why = "Your muscles are fresh, so today goes as planned."}},
};

MorningDecision morning_decide(const Morning *morning) {
    for (int i = 0; i < (int)(sizeof rows / sizeof *rows); i++) {
        if (!rows[i].holds(morning)) continue;
        MorningDecision decision = rows[i].decision;
        if (still_very_sore(morning) && decision.advice < ADVICE_DOCTOR_SOON) decision.advice = ADVICE_DOCTOR_SOON;
        return decision;
    }
    assert(false); // a soreness that is known is at least 1
    return rows[0].decision;
}

void morning_spoken(SpokenTake take, void *context) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) take(context, rows[i].decision.why);
}

const char *morning_scale_words(int number) {
    static const char *const words[] = {
        "none", "barely there", "a little sore", "a little sore", "clearly sore, moving is unpleasant",
        "clearly sore, moving is unpleasant", "very sore, avoids movements", "very sore, avoids movements",
        "hard to move", "cannot sit or stand",
    };
    assert(number >= 1 && number <= 10);
    return words[number - 1];
}
