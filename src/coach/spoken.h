// Every sentence of the coach's tables that may be said aloud: the list from which its clips are made.
//
// Each table tells its own, all rows of it, so that a new row is in the list at once. What is only shown (a plan's name, the
// charts) is not in it; what the screens say of their own accord is in ui/spoken.h.
#pragma once

// Takes one sentence, which lasts as long as the program.
typedef void (*SpokenTake)(void *context, const char *sentence);

enum { COACH_SPOKEN_MAX = 256 };

// Gives every sentence once, table by table.
void coach_spoken(SpokenTake take, void *context);

// The sentences of one table; the same one may come twice.
void screen_spoken(SpokenTake take, void *context);
void checks_spoken(SpokenTake take, void *context);
void morning_spoken(SpokenTake take, void *context);
void during_spoken(SpokenTake take, void *context);
void after_spoken(SpokenTake take, void *context);
void choice_spoken(SpokenTake take, void *context);
void proposal_spoken(SpokenTake take, void *context);
void level_spoken(SpokenTake take, void *context);
void standing_spoken(SpokenTake take, void *context);
void today_spoken(SpokenTake take, void *context);
void advice_spoken(SpokenTake take, void *context);
