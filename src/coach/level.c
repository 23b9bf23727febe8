#include "coach/level.h"

#include "coach/spoken.h"

enum { FEVER_OVER_HOURS = 48, LONGEST_BREAK_DAYS = 365 };

static const ProgressRule usual_rules[] = {
    {PROGRESS_UP, 1, false, 2, 3, 4, true, true, 0, 0, 0, 0, 0},
    {PROGRESS_STAY, 0, false, 0, 0, -1, false, false, 1, 0, 0, 0, 0},
    {PROGRESS_DOWN, 1, false, 0, 0, -1, false, false, 2, 1, 0, 0, 0},
    {PROGRESS_DOWN, 1, true, 0, 0, -1, false, false, 0, 0, 3, 6, 0},
    {PROGRESS_DOWN, 2, false, 0, 0, -1, false, false, 0, 0, 7, LONGEST_BREAK_DAYS, 0},
    {PROGRESS_DOWN, 2, false, 0, 0, -1, false, false, 0, 0, 0, 0, FEVER_OVER_HOURS},
};

typedef enum { STEP_NONE, STEP_UP, STEP_STAY, STEP_DOWN, STEP_BACK_ONCE, STEP_BACK, STEP_FEVER, STEPS } LevelStep;

static const struct {
    const char *row, *why;
} steps[STEPS] = {
    [STEP_NONE] = {"4.6/0", "The level stays as it is."},
    [STEP_UP] = {"4.6/1", "A good week: the next one is a level up."},
    [STEP_STAY] = {"4.6/2", "Your muscles asked for more time, so this week comes once more."},
    [STEP_DOWN] = {"4.6/3", "That was a little much, so the next week is a level easier."},
    [STEP_BACK_ONCE] = {"4.6/4", "Welcome back: the first session is a level easier."},
    [STEP_BACK] = {"4.6/5", "Welcome back: we start again a little lower."},
    [STEP_FEVER] = {"4.6/6", "After a fever we start again a little lower."},
};

static LevelDecision decision_of(LevelStep step, int levels) {
    return (LevelDecision){steps[step].row, levels, step == STEP_BACK_ONCE, steps[step].why};
}

void level_spoken(SpokenTake take, void *context) {
    for (int step = 0; step < STEPS; step++) take(context, steps[step].why);
}

static const ProgressRule *rules(const Plan *plan, int *count) {
    *count = plan && plan->progress.count ? plan->progress.count : (int)(sizeof usual_rules / sizeof *usual_rules);
    return plan && plan->progress.count ? plan->progress.items : usual_rules;
}

static int levels(const ProgressRule *rule) {
    if (rule->kind == PROGRESS_STAY) return 0;
    return rule->kind == PROGRESS_UP ? rule->levels : -rule->levels;
}

static bool asks_about_week(const ProgressRule *rule) {
    return !rule->missed_from && !rule->fever_over_hours;
}

// Everything the rule asks for; mornings of too much soreness are reached by either kind.
static bool week_holds(const ProgressRule *rule, const WeekRecord *week) {
    if (rule->done && week->done * rule->of < rule->done * (week->planned > rule->of ? week->planned : rule->of)) return false;
    if (rule->soreness_at_most >= 0 && (!week->mornings_known || week->worst_soreness > rule->soreness_at_most)) return false;
    if (rule->pain_as_usual && (!week->mornings_known || !week->pain_as_usual)) return false;
    if (rule->nothing_stopped && !week->nothing_felt_wrong) return false;
    if (!rule->amber && !rule->red) return true;
    return (rule->amber && week->amber >= rule->amber) || (rule->red && week->red >= rule->red);
}

static LevelDecision week_decision(const ProgressRule *rule) {
    switch (rule->kind) {
    case PROGRESS_UP: return decision_of(STEP_UP, levels(rule));
    case PROGRESS_STAY: return decision_of(STEP_STAY, 0);
    case PROGRESS_DOWN: break;
    }
    return decision_of(STEP_DOWN, levels(rule));
}

LevelDecision level_after_week(const Plan *plan, const WeekRecord *week) {
    int count;
    const ProgressRule *rule = rules(plan, &count);
    LevelDecision decision = decision_of(STEP_NONE, 0);
    bool has_one = false;
    for (int i = 0; i < count; i++) {
        if (!asks_about_week(&rule[i]) || !week_holds(&rule[i], week)) continue;
        if (!has_one || levels(&rule[i]) < decision.levels) decision = week_decision(&rule[i]);
        has_one = true;
    }
    return decision;
}

LevelDecision level_after_missing(const Plan *plan, int days) {
    int count;
    const ProgressRule *rule = rules(plan, &count);
    LevelDecision decision = decision_of(STEP_NONE, 0);
    for (int i = 0; i < count; i++) {
        if (!rule[i].missed_from || days < rule[i].missed_from) continue;
        if (days > rule[i].missed_to && rule[i].missed_to < LONGEST_BREAK_DAYS) continue;
        if (levels(&rule[i]) > decision.levels) continue;
        decision = decision_of(rule[i].first_session ? STEP_BACK_ONCE : STEP_BACK, levels(&rule[i]));
    }
    return decision;
}

LevelDecision level_after_fever(const Plan *plan, int *hours) {
    int count;
    const ProgressRule *rule = rules(plan, &count);
    LevelDecision decision = decision_of(STEP_FEVER, -2);
    *hours = FEVER_OVER_HOURS;
    for (int i = 0; i < count; i++) {
        if (!rule[i].fever_over_hours) continue;
        *hours = rule[i].fever_over_hours;
        decision.levels = levels(&rule[i]);
    }
    return decision;
}

Level level_moved(Level level, int by) {
    int moved = (int)level + by;
    if (moved < LEVEL_B1) return LEVEL_B1;
    return moved >= LEVEL_COUNT ? LEVEL_A4 : (Level)moved;
}
