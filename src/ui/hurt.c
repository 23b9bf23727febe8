#include "ui/hurt.h"

#include "ui/safety.h"
#include "ui/spoken.h"
#include "ui/state.h"

#include <assert.h>

enum { ASK_FELT, ASK_HOW_MUCH, SAY_WHAT, TAKE_FIRST = 0 };

static const char *const felt_words[FELTS] = {
    [FELT_WORK] = "The stretch or the muscle: too much",
    [FELT_PAIN] = "Pain in the back or a joint",
    [FELT_SHARP] = "Sharp, stabbing or catching pain",
    [FELT_INTO_LEG] = "Pain towards the leg, tingling, numbness",
    [FELT_OUT_OF_LEG] = "Pain moves out of the leg and eases",
    [FELT_CRAMP] = "A cramp",
    [FELT_DIZZY] = "Dizzy, short of breath, heart racing",
    [FELT_CHEST] = "Chest pain",
};

// What can be chosen after each decision: the first is what is advised.
static const struct {
    const char *answers[2];
    int count;
} ways_on[DURING_COUNT] = {
    [DURING_GO_ON] = {{"Go on"}, 1},
    [DURING_CRAMP] = {{"Go on"}, 1},
    [DURING_EASE] = {{"The easier form", "As it is"}, 2},
    [DURING_OFFER_EASIER] = {{"The easier form", "Leave it out"}, 2},
    [DURING_EASIER_NEXT] = {{"Go on without it"}, 1},
    [DURING_SKIP] = {{"Go on without it"}, 1},
    [DURING_END_STRENGTH] = {{"On to the gentle end", "Stop here"}, 2},
    [DURING_STOP] = {{"Stop here"}, 1},
    [DURING_STOP_AND_ASK] = {{"Stop here"}, 1},
    [DURING_EMERGENCY] = {{"Stop here"}, 1},
};

static const Segment *segment_of(const Ui *ui) {
    return &ui->session->segments.items[ui->coached.hurt_segment];
}

static int64_t session_group(const Ui *ui) {
    const Entry *session = diary_newest(ui->options.diary, ENTRY_SESSION);
    return session ? session->group : 0;
}

static Question hurt_question(const Ui *ui, int step) {
    const char *over = segment_of(ui)->move->name;
    if (step == ASK_FELT)
        return (Question){.over = over, .words = say_words[SAY_FELT], .answers = felt_words, .answer_count = FELTS,
                          .hint = "The session waits. Esc: nothing, go on"};
    if (step == ASK_HOW_MUCH)
        return (Question){.kind = QUESTION_SCALE, .over = over, .words = say_words[SAY_HOW_MUCH],
                          .hint = "Keys 1 to 9, and 0 for ten. Esc: back"};
    DuringDecision decision = ui->coached.felt_decision;
    return (Question){.over = over, .words = decision.words, .answers = ways_on[decision.what].answers,
                      .answer_count = ways_on[decision.what].count, .marked = 1};
}

// Written as soon as it is known; how much is only asked where it decides something.
static int take_felt(Ui *ui, Felt felt, int how_much) {
    bool decides = felt == FELT_WORK || felt == FELT_PAIN;
    Entry hurt = {.kind = ENTRY_HURT, .group = session_group(ui), .id = segment_of(ui)->move->id,
                  .other = segment_of(ui)->swapped_from, .felt = felt, .number = how_much};
    const UiOptions *options = &ui->options;
    ui->coached.felt = felt;
    ui->coached.felt_decision = coach_felt(&ui->coached.today_arena, options->diary, options->library, ui->now, &hurt);
    ui_write(ui, hurt);
    return decides && !how_much ? ASK_HOW_MUCH : SAY_WHAT;
}

static int hurt_answer(Ui *ui, int step, int answer) {
    if (step == ASK_FELT) return take_felt(ui, (Felt)answer, 0);
    if (step == ASK_HOW_MUCH) return take_felt(ui, ui->coached.felt, answer + 1);
    ui->coached.said_answer = answer;
    return ASKED_ALL;
}

static void leave_out(Ui *ui, UiOutput *out) {
    play_change(ui, CHANGE_HURTS, ui->coached.hurt_segment, out);
    ui->hurts++;
}

static void take_easier(Ui *ui, UiOutput *out) {
    if (segment_of(ui)->easier) play_change(ui, CHANGE_EASIER, ui->coached.hurt_segment, out);
}

static void hurt_over(Ui *ui, UiOutput *out) {
    During what = ui->coached.felt_decision.what;
    bool takes_first = ui->coached.said_answer == TAKE_FIRST;
    bool ends = what >= DURING_STOP || (what == DURING_END_STRENGTH && !takes_first);
    if (ends) play_stop(ui, out);
    else if ((what == DURING_EASE || what == DURING_OFFER_EASIER) && takes_first) take_easier(ui, out);
    else if (during_stops(what)) leave_out(ui, out);
    if (what == DURING_EMERGENCY) safety_open(ui, NULL, out);
}

void hurt_open(Ui *ui, UiOutput *out) {
    static const Asking asking = {hurt_question, hurt_answer, hurt_over};
    ui->coached.hurt_segment = session_segment_at(ui->session, ui->playhead.position_ms);
    assert(segment_of(ui)->move);
    asking_open(ui, &asking, out);
}

// ---- ten minutes later ----

bool hurt_asks_for_leg(const Ui *ui) {
    const Diary *diary = ui->options.diary;
    for (int i = diary->entries.count - 1; i >= 0; i--) {
        const Entry *entry = &diary->entries.items[i];
        if (entry->kind == ENTRY_LEG) return false;
        if (entry->kind == ENTRY_HURT && entry->felt == FELT_INTO_LEG) return true;
    }
    return false;
}

static Question leg_question(const Ui *ui, int step) {
    (void)ui, (void)step;
    static const char *const answers[] = {"No", "Yes"};
    return (Question){.over = "Last time it went towards your leg", .words = "Was it gone within ten minutes?",
                      .spoken = {say_words[SAY_LEG]}, .answers = answers,
                      .answer_count = 2, .hint = "Esc: back"};
}

static int leg_answer(Ui *ui, int step, int answer) {
    (void)step;
    const Entry *hurt = diary_newest(ui->options.diary, ENTRY_HURT);
    ui_write(ui, (Entry){.kind = ENTRY_LEG, .group = hurt->group, .answer = answer ? ANSWER_YES : ANSWER_NO});
    return ASKED_ALL;
}

static void leg_over(Ui *ui, UiOutput *out) {
    ui->coached.after_leg(ui, out);
}

void hurt_ask_for_leg(Ui *ui, void (*over)(Ui *ui, UiOutput *out), UiOutput *out) {
    static const Asking asking = {leg_question, leg_answer, leg_over};
    ui->coached.after_leg = over;
    asking_open(ui, &asking, out);
}
