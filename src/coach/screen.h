// The safety screen: twenty questions in three tiers, what each tier says, and what the answers so far come to.
//
// Texts are for the screen and the voice as they stand. Where the answers are kept is not decided here.
#pragma once

#include "coach/morning.h"

enum { SCREEN_QUESTIONS = 20, SCREEN_TAGS_MAX = 5, SCREEN_TIERS = 3 };

typedef struct {
    int number, tier;  // 1..20, 1..3
    const char *text;  // a yes is the answer that matters, except where yes_is_good
    bool yes_is_good;  // question 19: the screen shows it as it stands and writes "no" down as ANSWER_YES
    const char *advice; // tier 3: what else is said after a yes; NULL for nothing
    const char *tags[SCREEN_TAGS_MAX + 1]; // skip tags a yes sets, ended by NULL
    bool asks_which;   // which of the tags apply is asked next; until that is told, all do
} ScreenQuestion;

extern const ScreenQuestion screen_questions[SCREEN_QUESTIONS];

// What is shown after a yes in a tier from 1 to 3.
const char *screen_tier_text(int tier);

// Which of the tags of a question it is, as a question of its own; the tag is one of a question that asks which.
const char *screen_tag_words(const char *tag);

typedef struct {
    bool is_whole;   // ended by a yes of tier 1 or 2, or answered to the end
    int next;        // number of the question to be asked next; 0 when it is whole
    int tier;        // the gravest yes, 1 before 2 before 3; 0 when there is none
    int place;       // index in the diary of the answer that settled it, or of the last one; -1 when never begun
    int first_place; // and of its beginning
} ScreenResult;

// What the newest screen in the diary came to.
ScreenResult screen_result(const Diary *diary);

// The skip tags that hold now, as names in the arena: those of yes answers, and those that were set or taken away since.
typedef LIST(const char *) TagList;
void screen_tags(Arena *arena, const Diary *diary, TagList *tags);
