#include "ui/question.h"

#include "ui/paper.h"
#include "ui/spoken.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { BUTTON_HEIGHT = 96, BUTTON_GAP = 20, CELL_GAP = 12, HINT_HEIGHT = 44, MEANING_HEIGHT = 60, WORDS_GAP = 36,
       LAST_GREEN = 4, LAST_AMBER = 6, MOST_IN_A_ROW = 3, MOST_IN_A_COLUMN = 5, COUNTER_HEIGHT = 150, ARROW = 96,
       OVER_SIZE = 34, OVER_LINES = 3, OVER_GAP = 16, LEAD_MS = 5000, EVERY_MS = 10000 };

typedef struct {
    Canvas *canvas;
    const Question *question;
    Rect over, words, answers, hint, picture;
} Page;

static int count_of(const Question *question) {
    return question->kind == QUESTION_CHOICE ? question->answer_count : SCALE_END;
}

// Few answers stand side by side.
static bool is_row(const Question *question) {
    return question->answer_count <= MOST_IN_A_ROW;
}

static int columns_of(const Canvas *canvas, const Question *question) {
    return !canvas->tall && question->answer_count > MOST_IN_A_COLUMN ? 2 : 1;
}

static float answers_height(const Canvas *canvas, const Question *question) {
    if (question->kind == QUESTION_SCALE) return BUTTON_HEIGHT + WORDS_GAP + MEANING_HEIGHT;
    if (question->kind != QUESTION_CHOICE) return COUNTER_HEIGHT + BUTTON_GAP + BUTTON_HEIGHT;
    int columns = columns_of(canvas, question);
    int rows = is_row(question) ? 1 : (question->answer_count + columns - 1) / columns;
    return (float)(rows * (BUTTON_HEIGHT + BUTTON_GAP) - BUTTON_GAP);
}

// The words end where the answers begin, so that these stay where they are from question to question.
static Page lay_out(Canvas *canvas, const Question *question) {
    float margin = canvas->tall ? 72 : 120, width = canvas->width - 2 * margin, height = answers_height(canvas, question);
    Page page = {.canvas = canvas, .question = question};
    bool beside = demo_has_picture(question->demo, &question->sheets) && !canvas->tall;
    float text_width = beside ? width * 0.56f : fminf(width, 1680);
    page.hint = (Rect){margin, canvas->height - 56 - HINT_HEIGHT, text_width, HINT_HEIGHT};
    float over_width = fminf(text_width, width - WAY_BACK_WIDTH - 24);
    page.over = (Rect){margin, 99.6f, over_width, OVER_LINES * OVER_SIZE * 1.2f + 1};
    float lowest = page.hint.y - 32 - height, middle = canvas->height * 0.56f;
    page.answers = (Rect){margin, fminf(lowest, fmaxf(middle, 480)), text_width, height};
    page.words = (Rect){margin, 160, text_width, page.answers.y - WORDS_GAP - 160};
    page.picture = (Rect){margin + text_width + 48, 160, width - text_width - 48, canvas->height - 320};
    return page;
}

static void draw_button(const Page *page, Rect box, int answer, const char *words, bool focused) {
    const Theme *theme = page->question->theme;
    canvas_box(page->canvas, box, box.height / 2, focused ? theme->focus : theme->card);
    TextStyle style = {FACE_SEMIBOLD, 40, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                       .colour = focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(page->canvas, rect_inset(box, 32, 0), style, words);
    if (focused) page->canvas->focused = words;
    canvas_hit(page->canvas, box, answer, 0);
}

static void draw_buttons(const Page *page, int focus) {
    int count = page->question->answer_count, columns = columns_of(page->canvas, page->question);
    int in_column = (count + columns - 1) / columns;
    for (int i = 0; i < count; i++) {
        Rect box = page->answers;
        box.y += (float)(i % in_column * (BUTTON_HEIGHT + BUTTON_GAP));
        box.width = fminf((box.width - (float)(columns - 1) * BUTTON_GAP) / (float)columns, 1200), box.height = BUTTON_HEIGHT;
        box.x += (float)(i / in_column) * (box.width + BUTTON_GAP);
        if (is_row(page->question)) {
            int in_row = page->canvas->tall && count < MOST_IN_A_ROW ? MOST_IN_A_ROW - 1 : MOST_IN_A_ROW; // a narrow page needs the room
            box.width = fminf((page->answers.width - (float)(in_row - 1) * BUTTON_GAP) / (float)in_row, 420);
            box.x += (float)i * (box.width + BUTTON_GAP), box.y = page->answers.y;
        }
        draw_button(page, box, i, page->question->answers[i], i == focus);
    }
}

// Green, amber and red as in a traffic light, and never by colour alone: the number and its words say the same.
static Colour cell_colour(const Theme *theme, int number) {
    return number <= LAST_GREEN ? theme->right : number <= LAST_AMBER ? theme->amber : theme->wrong;
}

static void draw_cell(const Page *page, Rect box, int answer, bool focused) {
    const Theme *theme = page->question->theme;
    Colour colour = cell_colour(theme, answer + 1);
    canvas_box(page->canvas, box, 24, focused ? colour : theme->card);
    Rect mark = {box.x + 20, box.y + box.height - 14, box.width - 40, 6};
    if (!focused) canvas_box(page->canvas, mark, 3, colour);
    TextStyle style = {FACE_SEMIBOLD, 48, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                       .colour = focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(page->canvas, (Rect){box.x, box.y, box.width, box.height - 12}, style,
                text_format(page->canvas->list->arena, "%d", answer + 1));
    canvas_hit(page->canvas, box, answer, 0);
}

// What the least and the most mean, before anything is marked.
static void draw_ends(const Page *page, Rect line) {
    TextStyle style = {FACE_REGULAR, 34, TEXT_SMALLEST, .colour = page->question->theme->soft_ink, .place = PLACE_MIDDLE};
    line.width = line.width / 2 - 12;
    canvas_text(page->canvas, line, style, page->question->scale_words[0]);
    line.x += line.width + 24;
    style.align = ALIGN_RIGHT;
    canvas_text(page->canvas, line, style, page->question->scale_words[SCALE_END - 1]);
}

static void draw_scale(const Page *page, int focus) {
    Rect area = page->answers;
    float width = (area.width - CELL_GAP * (SCALE_END - 1)) / SCALE_END;
    for (int i = 0; i < SCALE_END; i++) {
        Rect box = {area.x + (float)i * (width + CELL_GAP), area.y, width, BUTTON_HEIGHT};
        draw_cell(page, box, i, i == focus);
    }
    if (!page->question->scale_words) return;
    TextStyle style = {FACE_MEDIUM, 40, TEXT_SMALLEST, .colour = page->question->theme->ink, .place = PLACE_MIDDLE};
    Rect meaning = {area.x, area.y + BUTTON_HEIGHT + WORDS_GAP, area.width, MEANING_HEIGHT};
    if (focus == NO_ANSWER) {
        draw_ends(page, meaning);
        return;
    }
    char *words = text_format(page->canvas->list->arena, "%d: %s", focus + 1, page->question->scale_words[focus]);
    page->canvas->focused = words;
    canvas_text(page->canvas, meaning, style, words);
}

static void draw_arrow(const Page *page, Rect box, int part) {
    TextStyle style = {FACE_SEMIBOLD, 72, .align = ALIGN_CENTRE, .colour = page->question->theme->soft_ink, .place = PLACE_MIDDLE};
    canvas_text(page->canvas, box, style, part < 0 ? "‹" : "›");
    canvas_hit(page->canvas, box, 0, part);
}

// The number with an arrow on either side, or the seconds that run; below it what it is of, and the way past it.
static void draw_counter(const Page *page, const QuestionFocus *focus) {
    const Question *question = page->question;
    const Theme *theme = question->theme;
    bool is_timer = question->kind == QUESTION_TIMER, runs = focus->is_timed && focus->timer_ms >= 0;
    int shown = is_timer ? (runs ? (int)(focus->timer_ms / 1000) : 0) : focus->at;
    Rect box = {page->answers.x, page->answers.y, fminf(page->answers.width, 760), COUNTER_HEIGHT};
    canvas_box(page->canvas, box, 36, theme->card);
    if (is_timer) canvas_hit(page->canvas, box, 0, 0);
    if (!is_timer) draw_arrow(page, (Rect){box.x, box.y, ARROW, box.height}, -1);
    if (!is_timer) draw_arrow(page, (Rect){box.x + box.width - ARROW, box.y, ARROW, box.height}, 1);
    char *words = text_format(page->canvas->list->arena, "%d %s", shown, question->unit);
    if (focus->is_timed && !runs) words = text_format(page->canvas->list->arena, "Ready in %d", (int)ceil(-focus->timer_ms / 1000));
    TextStyle style = {FACE_SEMIBOLD, 84, 44, .align = ALIGN_CENTRE, .colour = runs ? theme->focus : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(page->canvas, rect_inset(box, ARROW, 0), style, words);
    if (!is_timer && !focus->on_skip) page->canvas->focused = words;
    if (!question->skip) return;
    Rect skip = {box.x, box.y + box.height + BUTTON_GAP, fminf(box.width, 420), BUTTON_HEIGHT};
    draw_button(page, skip, SKIPPED, question->skip, focus->on_skip);
}

// The name as far as it is typed, and the button to be done with it.
static void draw_name(const Page *page, const QuestionFocus *focus) {
    const Theme *theme = page->question->theme;
    Rect box = {page->answers.x, page->answers.y, fminf(page->answers.width, 900), COUNTER_HEIGHT};
    canvas_box(page->canvas, box, 36, theme->card);
    TextStyle style = {FACE_SEMIBOLD, 68, 36, .colour = focus->is_typed ? theme->ink : theme->soft_ink, .place = PLACE_MIDDLE};
    Rect used = canvas_text(page->canvas, rect_inset(box, 48, 20), style, focus->text);
    float end = focus->text[0] ? used.x + used.width + 8 : box.x + 48;
    canvas_box(page->canvas, (Rect){end, box.y + 36, 5, box.height - 72}, 2, theme->focus);
    Rect done = {box.x, box.y + box.height + BUTTON_GAP, 420, BUTTON_HEIGHT};
    draw_button(page, done, 0, "Done", true);
}

// What a longer line takes the words below give.
static void draw_over(Page *page) {
    const Question *question = page->question;
    TextStyle over = {FACE_REGULAR, OVER_SIZE, TEXT_SMALLEST, OVER_LINES, .colour = question->theme->soft_ink};
    const char *line = question->over;
    if (line && question->count)
        line = text_format(page->canvas->list->arena, "%s  ·  question %d of %d", line, question->number, question->count);
    if (!line) return;
    Rect used = canvas_text(page->canvas, page->over, over, line);
    float below = used.y + used.height + OVER_GAP - page->words.y;
    if (below > 0) page->words.y += below, page->words.height -= below;
}

// From the answers upwards, so that what is read next is near.
static void draw_words(const Page *page) {
    const Question *question = page->question;
    Rect box = page->words;
    TextStyle more = {FACE_REGULAR, 38, TEXT_SMALLEST, 6, 1.3f, .colour = question->theme->soft_ink, .place = PLACE_BOTTOM};
    if (question->more) {
        Rect lower = {box.x, box.y + box.height * 0.45f, box.width, box.height * 0.55f};
        Arena *arena = page->canvas->list->arena;
        const char *all = question->also ? text_format(arena, "%s %s", question->more, question->also) : question->more;
        box.height = canvas_text(page->canvas, lower, more, all).y - 20 - box.y;
    }
    TextStyle words = {FACE_SEMIBOLD, 68, 36, 5, 1.2f, .colour = question->theme->ink, .place = PLACE_BOTTOM};
    canvas_text(page->canvas, box, words, question->words);
}

void question_draw(Canvas *canvas, const Question *question, const QuestionFocus *focus) {
    Page page = lay_out(canvas, question);
    const Theme *theme = question->theme;
    canvas_backdrop(canvas, theme->paper, theme->paper_edge);
    if (!canvas->tall) demo_draw(canvas, page.picture, question->demo, question->demo_ms, &question->sheets);
    draw_over(&page);
    paper_back(canvas, theme, canvas->width - (canvas->tall ? 60 : 72), 92);
    draw_words(&page);
    if (question->kind == QUESTION_CHOICE) draw_buttons(&page, focus->at);
    else if (question->kind == QUESTION_SCALE) draw_scale(&page, focus->at);
    else if (question->kind == QUESTION_NAME) draw_name(&page, focus);
    else draw_counter(&page, focus);
    if (question->hint) paper_hint(canvas, theme, page.hint, question->hint);
    paper_toast(canvas, theme, question->toast);
}

// 1 to 9, and 0 for ten; a first letter where no other answer has it.
static int answer_of_key(const Question *question, const char *name) {
    int count = count_of(question);
    if (isdigit((unsigned char)name[0]) && !name[1]) {
        int number = name[0] == '0' ? SCALE_END : name[0] - '0';
        return number <= count ? number - 1 : NO_ANSWER;
    }
    int found = NO_ANSWER;
    for (int i = 0; i < question->answer_count && name[0] && !name[1]; i++) {
        if (toupper((unsigned char)question->answers[i][0]) != toupper((unsigned char)name[0])) continue;
        if (found != NO_ANSWER) return NO_ANSWER;
        found = i;
    }
    return found;
}

static int choose(const Question *question, QuestionFocus *focus, Action action, Key key) {
    int answer = key.ctrl || key.repeated ? NO_ANSWER : answer_of_key(question, key.name);
    bool is_back = action == ACTION_UP || action == ACTION_LEFT, is_on = action == ACTION_DOWN || action == ACTION_RIGHT;
    if (answer != NO_ANSWER) focus->at = answer;
    else if (action == ACTION_ENTER) return focus->at;
    else if (is_back) focus->at = focus->at > 0 ? focus->at - 1 : 0;
    else if (is_on) focus->at = focus->at < count_of(question) - 1 ? focus->at + 1 : focus->at;
    return answer;
}

static int within(const Question *question, int number) {
    return number < question->least ? question->least : number > question->most ? question->most : number;
}

static void type_digit(const Question *question, QuestionFocus *focus, int digit) {
    int longer = focus->is_typed ? focus->at * 10 + digit : digit;
    focus->at = longer <= question->most ? longer : digit;
    focus->is_typed = true;
}

static int count_with(const Question *question, QuestionFocus *focus, Action action, Key key) {
    bool is_digit = isdigit((unsigned char)key.name[0]) && !key.name[1] && !key.ctrl;
    if (is_digit) type_digit(question, focus, key.name[0] - '0');
    else if (action == ACTION_LEFT) focus->at = within(question, focus->at - 1);
    else if (action == ACTION_RIGHT) focus->at = within(question, focus->at + 1);
    else if (action == ACTION_ENTER) return within(question, focus->at);
    return NO_ANSWER;
}

// The same key begins and ends it.
static int start_or_stop(QuestionFocus *focus) {
    if (focus->is_timed) return focus->timer_ms > 0 ? (int)(focus->timer_ms / 1000) : 0;
    focus->is_timed = true;
    focus->timer_ms = -LEAD_MS;
    return NO_ANSWER;
}

// Letters come as capitals, with Shift where they were meant so; the first one is anyway.
static void add_sign(QuestionFocus *focus, Key key) {
    size_t length = focus->is_typed ? strlen(focus->text) : 0, size = strlen(key.name);
    bool is_space = strcmp(key.name, "Space") == 0, is_letter = size == 1 && isupper((unsigned char)key.name[0]);
    bool is_sign = is_space ? length > 0 : text_characters(text_of(key.name)) == 1;
    if (key.ctrl || !is_sign || length + size >= NAME_SIZE) return;
    focus->is_typed = true;
    if (is_space) snprintf(focus->text + length, NAME_SIZE - length, " ");
    else snprintf(focus->text + length, NAME_SIZE - length, "%s", key.name);
    if (is_letter && !key.shift && length > 0) focus->text[length] = (char)tolower((unsigned char)key.name[0]);
}

static void take_sign_away(QuestionFocus *focus) {
    size_t length = focus->is_typed ? strlen(focus->text) : 0;
    while (length > 0 && ((unsigned char)focus->text[length - 1] & 0xC0) == 0x80) length--; // the rest of a sign
    focus->text[length > 0 ? length - 1 : 0] = '\0';
    focus->is_typed = true;
}

// What is typed ends without blanks.
static int finish_name(QuestionFocus *focus) {
    size_t length = strlen(focus->text);
    while (length > 0 && focus->text[length - 1] == ' ') focus->text[--length] = '\0';
    return length > 0 ? 0 : NO_ANSWER;
}

static int type_name(QuestionFocus *focus, Action action, Key key) {
    bool is_space = strcmp(key.name, "Space") == 0;
    if (strcmp(key.name, "Backspace") == 0) take_sign_away(focus);
    else if (action == ACTION_ENTER && !is_space) return finish_name(focus);
    else add_sign(focus, key);
    return NO_ANSWER;
}

int question_act(const Question *question, QuestionFocus *focus, Action action, Key key) {
    if (question->kind == QUESTION_NAME) return type_name(focus, action, key);
    if (question->kind == QUESTION_CHOICE || question->kind == QUESTION_SCALE) return choose(question, focus, action, key);
    if (action == ACTION_UP || action == ACTION_DOWN) focus->on_skip = question->skip && action == ACTION_DOWN;
    if (focus->on_skip) return action == ACTION_ENTER ? SKIPPED : NO_ANSWER;
    if (question->kind == QUESTION_NUMBER) return count_with(question, focus, action, key);
    return action == ACTION_ENTER ? start_or_stop(focus) : NO_ANSWER;
}

int question_click(const Question *question, QuestionFocus *focus, int item, int part) {
    if (item == SKIPPED) return SKIPPED;
    if (question->kind == QUESTION_TIMER) return start_or_stop(focus);
    if (question->kind == QUESTION_NAME) return finish_name(focus);
    if (question->kind == QUESTION_NUMBER) focus->at = within(question, focus->at + part);
    return question->kind == QUESTION_NUMBER ? NO_ANSWER : item;
}

QuestionFocus question_begin(const Question *question) {
    bool is_number = question->kind == QUESTION_NUMBER;
    int marked = question->kind == QUESTION_CHOICE ? question->marked - 1 : NO_ANSWER;
    QuestionFocus focus = {.at = is_number ? question->start : marked};
    if (question->kind == QUESTION_NAME) snprintf(focus.text, sizeof focus.text, "%s", question->suggested);
    return focus;
}

// "Begin.", then "Ten.", "Twenty." ... as they are reached.
static const char *said_between(double from_ms, double to_ms) {
    int last = (int)floor(to_ms / EVERY_MS);
    bool is_reached = last >= 0 && from_ms < (double)last * EVERY_MS && last < SAY_TENS;
    return is_reached ? say_words[SAY_BEGIN + last] : NULL;
}

int question_step(const Question *question, QuestionFocus *focus, double elapsed_ms, const char **said) {
    *said = NULL;
    if (question->kind != QUESTION_TIMER || !focus->is_timed) return NO_ANSWER;
    *said = said_between(focus->timer_ms, focus->timer_ms + elapsed_ms);
    focus->timer_ms += elapsed_ms;
    return focus->timer_ms >= question->most * 1000.0 ? question->most : NO_ANSWER;
}
