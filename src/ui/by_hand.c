#include "ui/by_hand.h"

#include "coach/coach.h"
#include "coach/screen.h"
#include "ui/plans_page.h"

static SkipTags tags_of(Arena *arena, const Diary *diary) {
    TagList names = {0};
    SkipTags tags = 0;
    screen_tags(arena, diary, &names);
    for (int i = 0; i < names.count; i++) tags |= fit_tag(text_of(names.items[i]));
    return tags;
}

PlayWish by_hand_wish(Arena *arena, const Diary *diary, const Library *library, Moment now, const Routine *routine, const char **why) {
    Decision today = coach_today(arena, diary, library, now);
    bool strengthens = plans_day_kind(routine) == DAY_STRENGTH;
    PlayWish wish = {.routine = routine, .fit.skip = tags_of(arena, diary), .strength = strengthens};
    *why = NULL;
    if (!today.may_exercise) {
        *why = today.advice_text ? text_format(arena, "%s %s", today.why, today.advice_text) : today.why;
        wish.routine = NULL;
    } else if (strengthens && !today.may_strengthen) {
        *why = "Strength is not due yet, so only its stretches are played.";
        wish.fit.only_stretch = true;
        wish.strength = false;
    }
    return wish;
}
