#include "ui/question.h"

#include "ui/overlay.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

enum { BUTTON_HEIGHT = 96, BUTTON_GAP = 20, CELL_GAP = 12, HINT_HEIGHT = 44, MEANING_HEIGHT = 60, WORDS_GAP = 36,
       LAST_GREEN = 4, LAST_AMBER = 6 };

typedef struct {
    Canvas *canvas;
    const Question *question;
    Rect over, words, answers, hint, picture;
} Page;

static int count_of(const Question *question) {
    return question->answer_count ? question->answer_count : SCALE_END;
}

// Short answers stand side by side.
static bool is_row(const Question *question) {
    return question->answer_count == 0 || question->answer_count == 2;
}

static float answers_height(const Question *question) {
    if (question->answer_count == 0) return BUTTON_HEIGHT + WORDS_GAP + MEANING_HEIGHT;
    int rows = is_row(question) ? 1 : question->answer_count;
    return (float)(rows * (BUTTON_HEIGHT + BUTTON_GAP) - BUTTON_GAP);
}

// The words end where the answers begin, so that these stay where they are from question to question.
static Page lay_out(Canvas *canvas, const Question *question) {
    float margin = canvas->tall ? 72 : 120, width = canvas->width - 2 * margin, height = answers_height(question);
    Page page = {.canvas = canvas, .question = question};
    bool beside = demo_has_picture(question->demo, &question->sheets) && !canvas->tall;
    float text_width = beside ? width * 0.56f : fminf(width, 1680);
    page.hint = (Rect){margin, canvas->height - 56 - HINT_HEIGHT, text_width, HINT_HEIGHT};
    page.over = (Rect){margin, 96, text_width, 48};
    float lowest = page.hint.y - 32 - height, middle = canvas->height * 0.56f;
    page.answers = (Rect){margin, fminf(lowest, fmaxf(middle, 480)), text_width, height};
    page.words = (Rect){margin, 160, text_width, page.answers.y - WORDS_GAP - 160};
    page.picture = (Rect){margin + text_width + 48, 160, width - text_width - 48, canvas->height - 320};
    return page;
}

static void draw_button(const Page *page, Rect box, int answer, bool focused) {
    const Theme *theme = page->question->theme;
    canvas_box(page->canvas, box, box.height / 2, focused ? theme->focus : theme->card);
    TextStyle style = {FACE_SEMIBOLD, 40, TEXT_SMALLEST, .align = ALIGN_CENTRE,
                       .colour = focused ? theme->white : theme->ink, .place = PLACE_MIDDLE};
    canvas_text(page->canvas, rect_inset(box, 40, 0), style, page->question->answers[answer]);
    canvas_hit(page->canvas, box, answer, 0);
}

static void draw_buttons(const Page *page, int focus) {
    int count = page->question->answer_count;
    for (int i = 0; i < count; i++) {
        Rect box = page->answers;
        box.y += (float)(i * (BUTTON_HEIGHT + BUTTON_GAP));
        box.width = fminf(box.width, 1200), box.height = BUTTON_HEIGHT;
        if (is_row(page->question)) {
            box.width = fminf((page->answers.width - BUTTON_GAP) / 2, 420);
            box.x += (float)i * (box.width + BUTTON_GAP), box.y = page->answers.y;
        }
        draw_button(page, box, i, i == focus);
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

static void draw_scale(const Page *page, int focus) {
    Rect area = page->answers;
    float width = (area.width - CELL_GAP * (SCALE_END - 1)) / SCALE_END;
    for (int i = 0; i < SCALE_END; i++) {
        Rect box = {area.x + (float)i * (width + CELL_GAP), area.y, width, BUTTON_HEIGHT};
        draw_cell(page, box, i, i == focus);
    }
    if (focus == NO_ANSWER || !page->question->scale_words) return;
    TextStyle style = {FACE_MEDIUM, 40, TEXT_SMALLEST, .colour = page->question->theme->ink, .place = PLACE_MIDDLE};
    Rect meaning = {area.x, area.y + BUTTON_HEIGHT + WORDS_GAP, area.width, MEANING_HEIGHT};
    char *words = text_format(page->canvas->list->arena, "%d: %s", focus + 1, page->question->scale_words[focus]);
    canvas_text(page->canvas, meaning, style, words);
}

// From the answers upwards, so that what is read next is near.
static void draw_words(const Page *page) {
    const Question *question = page->question;
    Rect box = page->words;
    TextStyle more = {FACE_REGULAR, 38, TEXT_SMALLEST, 6, 1.3f, .colour = question->theme->soft_ink, .place = PLACE_BOTTOM};
    if (question->more) {
        Rect lower = {box.x, box.y + box.height * 0.45f, box.width, box.height * 0.55f};
        box.height = canvas_text(page->canvas, lower, more, question->more).y - 20 - box.y;
    }
    TextStyle words = {FACE_SEMIBOLD, 68, 36, 5, 1.2f, .colour = question->theme->ink, .place = PLACE_BOTTOM};
    canvas_text(page->canvas, box, words, question->words);
}

void question_draw(Canvas *canvas, const Question *question, int focus) {
    Page page = lay_out(canvas, question);
    const Theme *theme = question->theme;
    canvas_backdrop(canvas, theme->paper, theme->paper_edge);
    if (!canvas->tall) demo_draw(canvas, page.picture, question->demo, question->demo_ms, &question->sheets);
    TextStyle over = {FACE_REGULAR, 34, TEXT_SMALLEST, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    if (question->over) canvas_text(canvas, page.over, over, question->over);
    draw_words(&page);
    if (question->answer_count) draw_buttons(&page, focus);
    else draw_scale(&page, focus);
    TextStyle hint = {FACE_REGULAR, 30, TEXT_SMALLEST, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    if (question->hint) canvas_text(canvas, page.hint, hint, question->hint);
    if (question->toast) toast_draw(canvas, theme, (Rect){72, 24, canvas->width - 144, 60}, question->toast);
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

int question_act(const Question *question, int *focus, Action action, Key key) {
    int answer = key.ctrl || key.repeated ? NO_ANSWER : answer_of_key(question, key.name);
    bool is_back = action == ACTION_UP || action == ACTION_LEFT, is_on = action == ACTION_DOWN || action == ACTION_RIGHT;
    if (answer != NO_ANSWER) *focus = answer;
    else if (action == ACTION_ENTER) return *focus;
    else if (is_back) *focus = *focus > 0 ? *focus - 1 : 0;
    else if (is_on) *focus = *focus < count_of(question) - 1 ? *focus + 1 : *focus;
    return answer;
}
