#include "ui/self_checks.h"

#include "ui/plans.h"
#include "ui/safety.h"
#include "ui/spoken.h"
#include "ui/state.h"

#include <assert.h>

enum { SKIP_CHECK = 1, SKIP_ANSWER = 2, BEGIN_IT = 0, LONGEST_HOLD = 30, LONGEST_STAND = 20, MOST_MM = 300, MOST_HOURS = 24,
       MOST_MINUTES = 600 };

static const char *const body_names[BODIES] = {"", ", right side", ", left side"};

static void add_step(Ui *ui, CheckId check, int part, Body body) {
    assert(ui->coached.check_step_count < ASKING_STEPS);
    ui->coached.check_steps[ui->coached.check_step_count++] = (CheckStep){check, part, body};
}

// Both sides of one part after each other, right first.
static void add_check(Ui *ui, CheckId id) {
    const CheckPart *parts = self_checks[id].parts;
    add_step(ui, id, -1, BODY_WHOLE);
    for (int i = 0; parts[i].name; i++) {
        if (!parts[i].each_side) add_step(ui, id, i, BODY_WHOLE);
        else add_step(ui, id, i, BODY_RIGHT), add_step(ui, id, i, BODY_LEFT);
    }
}

static const CheckStep *step_at(const Ui *ui, int step) {
    return &ui->coached.check_steps[step];
}

// The figure for a check is the one that does it best, or none.
static const Session *demo_of(const Ui *ui, CheckId id) {
    return ui->coached.check_demos[id];
}

static Question intro(const Ui *ui, CheckId id) {
    static const char *const answers[] = {"Begin", "Skip this one"};
    const SelfCheck *check = &self_checks[id];
    return (Question){.over = "Self-checks: a guide for training, not a diagnosis", .number = (int)id + 1, .count = CHECK_COUNT,
                      .words = check->name, .more = check->steps, .spoken = {check->steps}, .answers = answers, .answer_count = 2,
                      .marked = 1, .demo = demo_of(ui, id), .hint = "Stop at once if it hurts. Esc: back"};
}

static Question counted(const SelfCheck *check, const CheckPart *part) {
    static const struct { const char *unit; int most, start; } units[] = {
        [UNIT_SECONDS] = {"seconds", LONGEST_HOLD, 0}, [UNIT_MM] = {"mm", MOST_MM, 90}, [UNIT_HOURS] = {"hours", MOST_HOURS, 6},
        [UNIT_MINUTES] = {"minutes", MOST_MINUTES, 60},
    };
    bool is_timed = part->unit == UNIT_SECONDS;
    int most = is_timed && check == &self_checks[CHECK_C1B] ? LONGEST_STAND : units[part->unit].most;
    return (Question){.kind = is_timed ? QUESTION_TIMER : QUESTION_NUMBER, .words = part->ask, .unit = units[part->unit].unit,
                      .most = most, .start = units[part->unit].start, .skip = "Skip: it hurts",
                      .hint = is_timed ? "Enter or a click begins and ends it. Esc: back" : "Type it, or Left and Right; then Enter."};
}

static Question chosen(const CheckPart *part) {
    static const char *const yes_no[] = {"No", "Yes", "Skip: it hurts"}, *const sides[] = {"Neither", "Right", "Left", "Skip: it hurts"};
    bool is_side = part->unit == UNIT_WHICH_SIDE;
    return (Question){.words = part->ask, .answers = is_side ? sides : yes_no, .answer_count = is_side ? 4 : 3, .hint = "Esc: back"};
}

static Question check_question(const Ui *ui, int step) {
    const CheckStep *at = step_at(ui, step);
    if (at->part < 0) return intro(ui, at->check);
    const SelfCheck *check = &self_checks[at->check];
    const CheckPart *part = &check->parts[at->part];
    Question question = part->unit >= UNIT_SECONDS ? counted(check, part) : chosen(part);
    question.over = ui->coached.check_titles[step];
    question.demo = demo_of(ui, at->check);
    if (at->body == BODY_WHOLE) return question;
    question.spoken[0] = say_words[at->body == BODY_RIGHT ? SAY_RIGHT : SAY_LEFT];
    question.spoken[1] = part->ask;
    return question;
}

static void write_check(Ui *ui, const CheckStep *at, Body body, Answer answer, int number) {
    const SelfCheck *check = &self_checks[at->check];
    int part = at->part < 0 ? 0 : at->part;
    if (body == BODY_WHOLE && check->parts[part].each_side) body = BODY_RIGHT;
    ui_write(ui, (Entry){.kind = ENTRY_CHECK, .group = ui->coached.check_group, .id = check->id, .other = check->parts[part].name,
                         .body = body, .answer = answer, .number = number});
}

// The step where the next check begins.
static int next_check(const Ui *ui, int step) {
    CheckId check = step_at(ui, step)->check;
    for (int next = step + 1; next < ui->coached.check_step_count; next++)
        if (step_at(ui, next)->check != check) return next;
    return ASKED_ALL;
}

// A check that hurts is over at once, and afterwards the safety screen is offered.
static int skip(Ui *ui, int step, bool hurts) {
    write_check(ui, step_at(ui, step), step_at(ui, step)->body, ANSWER_SKIP, 0);
    ui->coached.check_hurt = ui->coached.check_hurt || hurts;
    return next_check(ui, step);
}

static int take_part(Ui *ui, int step, int answer) {
    const CheckStep *at = step_at(ui, step);
    const CheckPart *part = &self_checks[at->check].parts[at->part];
    bool is_side = part->unit == UNIT_WHICH_SIDE, is_counted = part->unit >= UNIT_SECONDS;
    bool hurts = answer == SKIPPED || (!is_counted && answer == SKIP_ANSWER + is_side);
    if (hurts) return skip(ui, step, true);
    Body body = is_side && answer > 0 ? (Body)(BODY_RIGHT + answer - 1) : at->body;
    Answer told = is_counted || answer > 0 ? ANSWER_YES : ANSWER_NO;
    write_check(ui, at, body, told, is_counted ? answer : 0);
    return step + 1 < ui->coached.check_step_count ? step + 1 : ASKED_ALL;
}

static int check_answer(Ui *ui, int step, int answer) {
    if (step == 0) ui->coached.check_group = ui->now.at_ms, ui->coached.check_hurt = false;
    if (step_at(ui, step)->part >= 0) return take_part(ui, step, answer);
    return answer == SKIP_CHECK ? skip(ui, step, false) : step + 1;
}

// ---- what they say ----

static Question say_proposal(const Ui *ui, int step) {
    (void)step;
    static const char *const both[] = {"Begin it today", "Keep my plan"}, *const good[] = {"Good"};
    const Proposal *proposal = &ui->coached.proposal;
    bool is_other = proposal->plan && proposal->plan != ui->coached.today.plan;
    return (Question){.over = "What your self-checks say", .words = proposal->plan ? proposal->plan->name : "A doctor first",
                      .more = proposal->why, .spoken = {proposal->why}, .answers = is_other ? both : good,
                      .answer_count = is_other ? 2 : 1, .marked = 1};
}

static int take_proposal(Ui *ui, int step, int answer) {
    (void)step;
    const Proposal *proposal = &ui->coached.proposal;
    bool is_other = proposal->plan && proposal->plan != ui->coached.today.plan;
    if (answer == BEGIN_IT && is_other) plans_begin(ui, proposal->plan->id, proposal->level, ui->now.day, proposal->plan_day);
    return ASKED_ALL;
}

static void after_proposal(Ui *ui, UiOutput *out) {
    if (ui->coached.check_hurt) safety_open(ui, NULL, out);
}

static void check_over(Ui *ui, UiOutput *out) {
    static const Asking asking = {say_proposal, take_proposal, after_proposal};
    bool wants_advanced = ui->coached.today.planned_level >= LEVEL_A1;
    ui->coached.proposal = coach_proposal(&ui->coached.today_arena, ui->options.diary, ui->options.library, ui->now, wants_advanced);
    asking_open(ui, &asking, out);
}

// ---- the beginning ----

static void prepare(Ui *ui) {
    ui->coached.check_step_count = 0;
    for (CheckId id = 0; id < CHECK_COUNT; id++) {
        const Move *move = self_checks[id].move ? library_move(ui->options.library, text_of(self_checks[id].move)) : NULL;
        if (!ui->coached.check_demos[id] && move) ui->coached.check_demos[id] = session_demo(ui->arena, move, RIGHT);
        add_check(ui, id);
    }
    for (int step = 0; step < ui->coached.check_step_count && !ui->coached.check_titles[step]; step++) {
        const CheckStep *at = step_at(ui, step);
        ui->coached.check_titles[step] = text_format(ui->arena, "%s%s", self_checks[at->check].name, body_names[at->body]);
    }
}

void self_checks_open(Ui *ui, UiOutput *out) {
    static const Asking asking = {check_question, check_answer, check_over};
    prepare(ui);
    asking_open(ui, &asking, out);
}
