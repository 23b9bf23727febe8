#include "coach/after.h"

#include "coach/spoken.h"

enum { VERY_SORE = 7, SORE = 5, BY_TWO = 4, BY_ONE = 2, FIRST_WEEKS = 2, LONG_WEEKS = 4 }; // medians are doubled

static bool pain_rose(const NextMorning *morning) {
    if (!morning->pain || !morning->usual) return false;
    return morning->pain >= morning->usual + 2 || (morning->pain > morning->usual && morning->stayed_higher);
}

static bool pain_rose_again(const NextMorning *morning) {
    return pain_rose(morning) && morning->rose_before;
}

static bool very_sore(const NextMorning *morning) {
    return morning->soreness >= VERY_SORE;
}

static bool pain_passed(const NextMorning *morning) {
    return morning->usual && morning->pain > morning->usual;
}

static bool sore(const NextMorning *morning) {
    return morning->soreness >= SORE;
}

static bool unknown(const NextMorning *morning) {
    return !morning->soreness || !morning->pain || !morning->usual;
}

static bool on_track(const NextMorning *morning) {
    return !unknown(morning);
}

// The most careful first.
static const struct {
    bool (*holds)(const NextMorning *morning);
    AfterDecision decision;
} after_rows[] = {
    {pain_rose_again, {"4.3/6", .levels_lower = 2, .leaves_out_last = true, .advice = ADVICE_DOCTOR_SOON,
                       .words = "Your pain rose after two sessions in a row, so the next one is two levels easier."}},
    {pain_rose, {"4.3/5", .levels_lower = 1, .leaves_out_last = true,
                 .words = "Your pain rose after the last session, so the next one is a level easier and leaves out what came last."}},
    {very_sore, {"4.3/3", .levels_lower = 1, .words = "That was a lot for your muscles, so the next full session is one level easier."}},
    {pain_passed, {"4.3/4", .words = "Your pain was a little up for a while, so the level stays as it is."}},
    {sore, {"4.3/2", .words = "Your muscles were clearly sore, so the level stays as it is."}},
    {unknown, {"4.3/0", .words = "Without the morning's two numbers the level stays as it is."}},
    {on_track, {"4.3/1", .counts_up = true, .words = "On track."}},
};

AfterDecision after_decide(const NextMorning *morning) {
    int row = 0;
    while (!after_rows[row].holds(morning)) row++;
    return after_rows[row].decision;
}

static bool far_above_first(const WeekChange *change) {
    return change->median2 && change->first2 && change->median2 >= change->first2 + BY_TWO;
}

static bool too_much(const WeekChange *change) {
    return change->overwhelmed || (far_above_first(change) && change->was_up);
}

static bool rose(const WeekChange *change) {
    return change->median2 && change->before2 && change->median2 >= change->before2 + BY_TWO;
}

static bool no_change_for_long(const WeekChange *change) {
    return change->weeks >= LONG_WEEKS && !change->has_improved;
}

static bool fell(const WeekChange *change) {
    return change->median2 && change->before2 && change->median2 <= change->before2 - BY_ONE;
}

static bool same_early(const WeekChange *change) {
    return change->weeks <= FIRST_WEEKS;
}

static bool same(const WeekChange *change) {
    (void)change;
    return true;
}

static const struct {
    bool (*holds)(const WeekChange *change);
    WeekDecision decision;
} week_rows[] = {
    {too_much, {"4.4/4", .stops_strength = true, .advice = ADVICE_DOCTOR_SOON,
                .words = "No strength for now: please talk to a doctor or physiotherapist first. Gentle stretching goes on."}},
    {rose, {"4.4/3", .levels_lower = 1, .words = "This week hurt more than the last, so the next one is a level easier."}},
    {no_change_for_long, {"4.4/5", .advice = ADVICE_PROFESSIONAL,
                          .words = "It is time to ask a professional: a physiotherapist or your doctor."}},
    {fell, {"4.4/1", .words = "Less pain than the week before. Well done, go on like this."}},
    {same_early, {"4.4/2", .words = "A little more soreness at first is normal."}},
    {same, {"4.4/2", .words = "About the same as last week. Go on like this."}},
};

WeekDecision week_decide(const WeekChange *change) {
    int row = 0;
    while (!week_rows[row].holds(change)) row++;
    return week_rows[row].decision;
}

void after_spoken(SpokenTake take, void *context) {
    for (size_t i = 0; i < sizeof after_rows / sizeof *after_rows; i++) take(context, after_rows[i].decision.words);
    for (size_t i = 0; i < sizeof week_rows / sizeof *week_rows; i++) take(context, week_rows[i].decision.words);
}
