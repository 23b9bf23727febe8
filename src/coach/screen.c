#include "coach/screen.h"

#include "coach/spoken.h"

#include <assert.h>
#include <string.h>

const ScreenQuestion screen_questions[SCREEN_QUESTIONS] = {
    {1, 1, "New numbness or pins and needles around your genitals, back passage or inner thighs?"},
    {2, 1, "New trouble starting or stopping urine, not feeling it, or leaking? Or loss of control of the bowels?"},
    {3, 1, "New weakness in one or both legs, a foot that drops, or legs that give way?"},
    {4, 1, "Pain or tingling that has started in both legs? New loss of sexual function?"},
    {5, 1, "A fall, crash or hard blow before the pain began?"},
    {6, 1, "Chest pain, or sudden tearing pain in the belly or back with feeling faint?"},
    {7, 2, "Fever, chills or feeling very ill with the back pain? Recent serious infection, or injected drugs?"},
    {8, 2, "Have you ever had cancer, or lost weight without trying?"},
    {9, 2, "Pain that is constant, worst at night, and does not ease in any position?"},
    {10, 2, "Long-term steroid tablets, weak bones (osteoporosis), or over 50 to 55 with a first strong back pain, or over 65 "
            "after a small fall?"},
    {11, 2, "A swollen, hot, painful calf? Pain or burning when passing urine?"},
    {12, 2, "Pain of 10: you cannot sit or stand?"},
    {13, 3, "Pain, tingling or numbness below the knee?", .tags = {"nerve-leg"},
     .advice = "If it lasts, see a doctor or physiotherapist within two weeks."},
    {14, 3, "Back pain longer than 6 weeks without any check-up, or under 18?",
     .advice = "Please have a check-up. Adults may start with a beginner plan."},
    {15, 3, "Back or hip operation, hip replacement, slipped disc diagnosis?", .tags = {"hip-replacement", "spine-flexion"},
     .asks_which = true, .advice = "Please ask your surgeon or physiotherapist."},
    {16, 3, "Pregnant, or gave birth in the last 12 weeks?", .tags = {"supine-pregnant", "prone-pregnant", "abdominal"},
     .advice = "Please ask your midwife."},
    {17, 3, "Heart disease, high blood pressure not under control, dizziness?", .tags = {"bp-hold"},
     .advice = "Please ask your doctor."},
    {18, 3, "Blood-thinning medicine, blood clot, skin wound, bone fracture?", .tags = {"clot-skin-bone"}},
    {19, 3, "Can you get down to the floor and up again on your own?", .yes_is_good = true, .tags = {"floor-transfer"}},
    {20, 3, "Knee, wrist, shoulder or neck trouble?",
     .tags = {"knee-kneel", "knee-bend", "wrist-load", "shoulder-load", "neck"}, .asks_which = true},
};

const char *screen_tier_text(int tier) {
    static const char *const texts[SCREEN_TIERS] = {
        "Please do not exercise. These signs need to be seen as an emergency, now. Call your emergency number or go to an "
        "emergency department. Say: 'I have back pain with …' and name the sign.",
        "Please see a doctor before you exercise. Call today. You can say: 'I have had lower back pain since …. I also have "
        "…. I would like to know whether exercise is safe for me.'",
        "You can start gently. Please ask your doctor or physiotherapist to look at this plan. We will leave out exercises "
        "that may not suit you.",
    };
    assert(tier >= 1 && tier <= SCREEN_TIERS);
    return texts[tier - 1];
}

// For who is asked which of the tags it is.
static const struct {
    const char *tag, *words;
} tag_words[] = {
    {"hip-replacement", "A hip replacement?"},
    {"spine-flexion", "A slipped disc, or told not to round the back?"},
    {"knee-kneel", "Does kneeling hurt your knee?"},
    {"knee-bend", "Does bending your knee far hurt it?"},
    {"wrist-load", "Wrist trouble, when you lean on your hands?"},
    {"shoulder-load", "Shoulder trouble?"},
    {"neck", "Neck trouble?"},
};
enum { TAG_WORDS = sizeof tag_words / sizeof *tag_words };

const char *screen_tag_words(const char *tag) {
    for (int i = 0; i < TAG_WORDS; i++)
        if (strcmp(tag_words[i].tag, tag) == 0) return tag_words[i].words;
    assert(false); // every tag of a question that asks which has its words
    return tag;
}

void screen_spoken(SpokenTake take, void *context) {
    for (int i = 0; i < SCREEN_QUESTIONS; i++) take(context, screen_questions[i].text);
    for (int i = 0; i < SCREEN_QUESTIONS; i++) take(context, screen_questions[i].advice);
    for (int tier = 1; tier <= SCREEN_TIERS; tier++) take(context, screen_tier_text(tier));
    for (int i = 0; i < TAG_WORDS; i++) take(context, tag_words[i].words);
}

static const Entry *entry_at(const Diary *diary, int place) {
    return &diary->entries.items[place];
}

// Where the newest screen begins; -1 when there is none.
static int newest_screen(const Diary *diary) {
    const Entry *screen = diary_newest(diary, ENTRY_SCREEN);
    return screen ? (int)(screen - diary->entries.items) : -1;
}

static bool ends_screen(int number, Answer answer) {
    return answer == ANSWER_YES && screen_questions[number - 1].tier < SCREEN_TIERS;
}

// The first question without an answer; 0 when there is none, or when an answer before it ended the screen.
static int next_question(const Answer answers[SCREEN_QUESTIONS + 1]) {
    for (int number = 1; number <= SCREEN_QUESTIONS; number++) {
        if (ends_screen(number, answers[number])) return 0;
    }
    for (int number = 1; number <= SCREEN_QUESTIONS; number++) {
        if (answers[number] != ANSWER_YES && answers[number] != ANSWER_NO) return number;
    }
    return 0;
}

static int gravest(const Answer answers[SCREEN_QUESTIONS + 1]) {
    for (int number = 1; number <= SCREEN_QUESTIONS; number++) {
        if (answers[number] == ANSWER_YES) return screen_questions[number - 1].tier; // they stand in order of tiers
    }
    return 0;
}

ScreenResult screen_result(const Diary *diary) {
    Answer answers[SCREEN_QUESTIONS + 1] = {ANSWER_NONE};
    ScreenResult result = {.place = newest_screen(diary)};
    result.first_place = result.place;
    for (int i = result.place + 1; result.first_place >= 0 && i < diary->entries.count; i++) {
        const Entry *entry = entry_at(diary, i);
        if (entry->kind != ENTRY_SAFETY || entry->group != entry_at(diary, result.first_place)->group) continue;
        answers[entry->number] = entry->answer;
        result.place = i;
    }
    result.next = next_question(answers);
    result.is_whole = result.first_place >= 0 && !result.next;
    result.tier = gravest(answers);
    return result;
}

static int find_tag(const TagList *tags, const char *tag) {
    for (int i = 0; i < tags->count; i++) {
        if (!strcmp(tags->items[i], tag)) return i;
    }
    return -1;
}

static void set_tag(Arena *arena, TagList *tags, const char *tag, bool set) {
    int place = find_tag(tags, tag);
    if (set && place < 0) *list_push(arena, tags) = tag;
    if (!set && place >= 0) tags->items[place] = tags->items[--tags->count];
}

void screen_tags(Arena *arena, const Diary *diary, TagList *tags) {
    tags->count = 0;
    for (int i = 0; i < diary->entries.count; i++) {
        const Entry *entry = entry_at(diary, i);
        bool yes = entry->answer == ANSWER_YES;
        if (entry->kind == ENTRY_TAG && entry->id) set_tag(arena, tags, entry->id, yes);
        if (entry->kind != ENTRY_SAFETY || (!yes && entry->answer != ANSWER_NO)) continue;
        const char *const *tag = screen_questions[entry->number - 1].tags;
        for (; *tag; tag++) set_tag(arena, tags, *tag, yes);
    }
}
