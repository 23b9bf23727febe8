#include "ui/who.h"

#include "ui/spoken.h"
#include "ui/state.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { ASK_WHO, ASK_NAME, MOST_PEOPLE = 11 };

static int people_shown(const Ui *ui) {
    return ui->options.people.count < MOST_PEOPLE ? ui->options.people.count : MOST_PEOPLE;
}

const char *who_shown(Arena *arena, const char *name) {
    char *shown = text_copy(arena, text_of(name));
    shown[0] = (char)toupper((unsigned char)shown[0]);
    return shown;
}

static int index_of(const Ui *ui, const char *name) {
    for (int i = 0; name && i < people_shown(ui); i++)
        if (strcasecmp(ui->options.people.names[i], name) == 0) return i;
    return -1;
}

static Question who_question(const Ui *ui, int step) {
    static const char more[] = "Everybody has a plan, a diary and progress of their own.";
    if (step == ASK_NAME)
        return (Question){.kind = QUESTION_NAME, .words = say_words[SAY_NAME], .more = more, .suggested = ui->who.suggested,
                          .hint = "Type it, then Enter. Esc: back"};
    return (Question){.words = say_words[SAY_WHO], .answers = ui->who.answers, .answer_count = people_shown(ui) + 1,
                      .marked = index_of(ui, ui->options.person) + 1, .hint = "Esc: back"};
}

static int who_answer(Ui *ui, int step, int answer) {
    if (step == ASK_WHO && answer == people_shown(ui)) return ASK_NAME;
    const char *typed = ui->asking.focus.text;
    int known = step == ASK_WHO ? answer : index_of(ui, typed);
    ui->who.is_new = known < 0;
    ui->who.chosen = known < 0 ? text_copy(ui->arena, text_of(typed)) : ui->options.people.names[known];
    return ASKED_ALL;
}

static void who_over(Ui *ui, UiOutput *out) {
    bool is_same = ui->options.person && strcmp(ui->who.chosen, ui->options.person) == 0;
    if (is_same) return;
    out->person = ui->who.chosen;
    out->is_new_person = ui->who.is_new;
    out->starts_today = ui->options.start_today;
}

static const Asking asking_who = {who_question, who_answer, who_over};

bool who_is_asked(const Ui *ui) {
    return ui->screen == SCREEN_ASK && ui->asking.asking == &asking_who;
}

void who_open(Ui *ui, UiOutput *out) {
    int count = people_shown(ui);
    const char **answers = arena_new(ui->arena, const char *, count + 1);
    for (int i = 0; i < count; i++) answers[i] = who_shown(ui->arena, ui->options.people.names[i]);
    answers[count] = "Somebody new";
    ui->who = (Who){.answers = answers, .suggested = text_format(ui->arena, "Person %d", count + 1)};
    asking_open(ui, &asking_who, out);
}
