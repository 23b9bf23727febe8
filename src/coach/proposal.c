#include "coach/proposal.h"

#include "coach/situation.h"
#include "coach/spoken.h"

#include <string.h>

// What follows a plan that is done. `gate`: only through the gate of 3.1; the first row that fits.
static const struct {
    const char *done;
    bool gate;
    const char *next;
    int plan_day;
    const char *why;
} follow_ups[] = {
    {"beginner-2", false, "beginner-4", 15, "Two weeks are done, so you go on with week 3 of the four-week plan."},
    {"beginner-4", true, "advanced-4", 1, "Four weeks are done and your body is ready, so the advanced plan is next."},
    {"beginner-4", false, "beginner-4", 22, "Four weeks are done; repeating the last one keeps what you have won."},
    {"advanced-4", false, "advanced-4", 22, "Four weeks are done; repeating the last one keeps what you have won."},
    {"focus-uneven", true, "advanced-4", 1, "Your focus weeks are done and your body is ready, so the advanced plan is next."},
    {"focus-tilt", true, "advanced-4", 1, "Your focus weeks are done and your body is ready, so the advanced plan is next."},
    {"focus-desk", true, "advanced-4", 1, "Your focus weeks are done and your body is ready, so the advanced plan is next."},
    {"focus-uneven", false, "beginner-4", 22, "Your focus weeks are done, so you go on with the base plan."},
    {"focus-tilt", false, "beginner-4", 22, "Your focus weeks are done, so you go on with the base plan."},
    {"focus-desk", false, "beginner-4", 22, "Your focus weeks are done, so you go on with the base plan."},
};
enum { FOLLOW_UPS = sizeof follow_ups / sizeof *follow_ups };

static void follow_up(const Situation *at, Proposal *proposal) {
    const Path *path = &at->path;
    for (int i = 0; i < FOLLOW_UPS; i++) {
        if (strcmp(follow_ups[i].done, path->plan->id)) continue;
        if (follow_ups[i].gate && (!proposal->gate.is_open || path->level < LEVEL_A1)) continue;
        proposal->plan = library_plan(at->course.library, text_of(follow_ups[i].next));
        proposal->plan_day = follow_ups[i].plan_day;
        proposal->why = follow_ups[i].why;
        proposal->level = follow_ups[i].gate ? LEVEL_A1 : path->granted;
        return;
    }
}

void proposal_spoken(SpokenTake take, void *context) {
    for (int i = 0; i < FOLLOW_UPS; i++) take(context, follow_ups[i].why);
}

Proposal coach_proposal(Arena *arena, const Diary *diary, const Library *library, Moment now, bool wants_advanced) {
    Situation at;
    situation_read(arena, diary, library, now, &at);
    Proposal proposal = {.gate = situation_gate(&at), .plan_day = 1};
    ChoiceFacts facts = choice_facts(diary, wants_advanced && proposal.gate.is_open);
    if (at.standing.row && !facts.tier) facts.tier = 2; // something older still waits for a doctor
    proposal.choice = choice_decide(&facts);
    proposal.why = proposal.choice.why;
    proposal.level = proposal.choice.level;
    if (proposal.choice.forbids) return proposal;
    proposal.plan = library_plan(library, text_of(proposal.choice.plan));
    if (at.path.plan && at.path.is_over) follow_up(&at, &proposal);
    return proposal;
}
