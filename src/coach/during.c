#include "coach/during.h"

#include "coach/spoken.h"

enum { MUCH_WORK = 7, SOME_WORK = 5, SLIGHT_PAIN = 3, HIGH_PAIN = 6, MOST_STOPPED = 2 };

static bool chest(const Feeling *feeling) {
    return feeling->felt == FELT_CHEST;
}

static bool dizzy(const Feeling *feeling) {
    return feeling->felt == FELT_DIZZY;
}

static bool into_leg(const Feeling *feeling) {
    return feeling->felt == FELT_INTO_LEG;
}

static bool sharp(const Feeling *feeling) {
    return feeling->felt == FELT_SHARP;
}

// The pain at which an exercise stops: 3 when it was 1 or 2 before, one more when it was 3 to 5. Who began with 6 or more
// goes on only as long as it eases.
static int pain_limit(int before) {
    if (before < SLIGHT_PAIN) return SLIGHT_PAIN;
    return before < HIGH_PAIN ? before + 1 : before;
}

static bool pain(const Feeling *feeling) {
    return feeling->felt == FELT_PAIN && (!feeling->how_much || feeling->how_much >= pain_limit(feeling->pain_before));
}

static bool pain_again(const Feeling *feeling) {
    return pain(feeling) && feeling->is_easier;
}

static bool much_work(const Feeling *feeling) {
    return feeling->felt == FELT_WORK && (!feeling->how_much || feeling->how_much >= MUCH_WORK);
}

static bool some_work(const Feeling *feeling) {
    return feeling->felt == FELT_WORK && feeling->how_much >= SOME_WORK;
}

static bool cramp(const Feeling *feeling) {
    return feeling->felt == FELT_CRAMP;
}

static bool stopped_again(const Feeling *feeling) {
    return feeling->others_stopped + 1 >= MOST_STOPPED && (sharp(feeling) || pain(feeling) || much_work(feeling));
}

static bool out_of_leg(const Feeling *feeling) {
    return feeling->felt == FELT_OUT_OF_LEG;
}

static bool anything(const Feeling *feeling) {
    (void)feeling;
    return true;
}

// The gravest first.
static const struct {
    bool (*holds)(const Feeling *feeling);
    DuringDecision decision;
} rows[] = {
    {chest, {"4.2/10", DURING_EMERGENCY, "Stop, and sit or lie down. Chest pain is an emergency: call for help now."}},
    {dizzy, {"4.2/10", DURING_STOP, "Stop, and sit or lie down until it has passed. That is all for today."}},
    {into_leg, {"4.2/7", DURING_STOP_AND_ASK, "Stop here and rest. In ten minutes we ask whether it is gone."}},
    {stopped_again, {"4.2/6", DURING_END_STRENGTH, "That was the second one. No more strength today: on to the gentle end, or stop here."}},
    {sharp, {"4.2/5", DURING_SKIP, "We leave this one out today."}},
    {pain_again, {"4.2/4", DURING_SKIP, "The easier one hurts too, so we leave it out today."}},
    {pain, {"4.2/4", DURING_OFFER_EASIER, "Stop this one. There is an easier form, if you like."}},
    {much_work, {"4.2/3", DURING_EASIER_NEXT, "Stop this one. Next time it will be easier."}},
    {some_work, {"4.2/2", DURING_EASE, "Make it smaller or shorter; the easier form is fine."}},
    {cramp, {"4.2/9", DURING_CRAMP, "Let go and move gently for twenty seconds. Then go on, with shorter holds."}},
    {out_of_leg, {"4.2/8", DURING_GO_ON, "That is a good sign. You may go on."}},
    {anything, {"4.2/1", DURING_GO_ON, "That is fine. Go on."}},
};

DuringDecision during_decide(const Feeling *feeling) {
    int row = 0;
    while (!rows[row].holds(feeling)) row++;
    return rows[row].decision;
}

void during_spoken(SpokenTake take, void *context) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) take(context, rows[i].decision.words);
}

bool during_stops(During what) {
    return what >= DURING_OFFER_EASIER;
}
