#include "ui/time_left.h"

#include "ui/spoken.h"
#include "ui/state.h"

static const int minutes[] = {5, 10, 15, 20, 30, 0}; // 0: as long as it is
static const char *const words[] = {"5 minutes", "10 minutes", "15 minutes", "20 minutes", "30 minutes", "As long as it takes"};
enum { CHOICES = sizeof minutes / sizeof *minutes };

static Question time_question(const Ui *ui, int step) {
    (void)ui, (void)step;
    return (Question){.words = say_words[SAY_TIME],
                      .more = "Rests get shorter first, then there are fewer rounds, then fewer exercises.", .answers = words,
                      .answer_count = CHOICES, .hint = "Esc: back"};
}

static int time_answer(Ui *ui, int step, int answer) {
    (void)step;
    ui->coached.minutes = minutes[answer];
    ui->coached.minutes_day = ui->now.day;
    ui->coached.today_entries = 0; // the session is another
    ui->coached.home_focus = 0;    // and now begins
    return ASKED_ALL;
}

static void time_over(Ui *ui, UiOutput *out) {
    (void)ui, (void)out;
}

void time_left_open(Ui *ui, UiOutput *out) {
    static const Asking asking = {time_question, time_answer, time_over};
    asking_open(ui, &asking, out);
}
