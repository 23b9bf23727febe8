#include "ui/spoken.h"

const char *const say_words[SAY_COUNT] = {
    [SAY_SORENESS] = "How sore are your muscles, one to ten?",
    [SAY_PAIN] = "How is your back or leg pain now, one to ten?",
    [SAY_RED_FLAG] = "Any new numbness, weakness, or trouble with bladder or bowels?",
    [SAY_FELT] = "What did you feel?",
    [SAY_HOW_MUCH] = "How much, one to ten?",
    [SAY_LEG] = "Last time it went towards your leg. Was it gone within ten minutes?",
    [SAY_TIME] = "How much time do you have today?",
    [SAY_EFFORT] = "How hard was that, one to ten?",
    [SAY_WANT] = "What would you like?",
    [SAY_BEGIN_WHEN] = "When would you like to begin?",
    [SAY_GO_ON] = "Your last session was cut off. Go on where you were?",
    [SAY_TASK] = "What should get easier?",
    [SAY_EASE] = "How easy is your everyday task, none to ten?",
    [SAY_WHO] = "Who is it?",
    [SAY_NAME] = "What is the name?",
    [SAY_RIGHT] = "Right side.",
    [SAY_LEFT] = "Left side.",
    [SAY_BEGIN] = "Begin.",
    [SAY_TEN] = "Ten.",
    [SAY_TWENTY] = "Twenty.",
    [SAY_THIRTY] = "Thirty.",
};

void ui_spoken(SpokenTake take, void *context) {
    for (int say = 0; say < SAY_COUNT; say++) take(context, say_words[say]);
}
