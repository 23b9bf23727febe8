// The list of what is said aloud has what the rules answer, whatever they are asked.
#include "coach/spoken.h"

#include "coach/after.h"
#include "coach/choice.h"
#include "coach/coach.h"
#include "coach/level.h"
#include "coach/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { SORENESS_END = 11, DAYS_END = 5, MISSED_END = 20 };

static const char *said[COACH_SPOKEN_MAX];
static int said_count;

static void note(void *context, const char *sentence) {
    (void)context;
    assert_true(said_count < COACH_SPOKEN_MAX);
    said[said_count++] = sentence;
}

static bool is_listed(const char *sentence) {
    for (int i = 0; i < said_count; i++)
        if (strcmp(said[i], sentence) == 0) return true;
    return false;
}

static void assert_listed(const char *sentence) {
    if (sentence && !is_listed(sentence)) fail_msg("not in the list: %s", sentence);
}

static int read_list(void **state) {
    (void)state;
    coach_spoken(note, NULL);
    return 0;
}

static void test_every_sentence_is_whole_and_there_once(void **state) {
    (void)state;
    for (int i = 0; i < said_count; i++) {
        size_t length = strlen(said[i]);
        assert_in_range(length, 3, 300);
        assert_true(strchr(".?'", said[i][length - 1]) != NULL);
        for (int j = 0; j < i; j++) assert_string_not_equal(said[i], said[j]);
    }
    assert_true(said_count > 100);
    assert_false(is_listed("A sentence that nobody says."));
}

static void test_what_the_pages_ask(void **state) {
    (void)state;
    for (int i = 0; i < SCREEN_QUESTIONS; i++) {
        const ScreenQuestion *question = &screen_questions[i];
        assert_listed(question->text);
        assert_listed(question->advice);
        assert_listed(screen_tier_text(question->tier));
        for (int tag = 0; question->asks_which && question->tags[tag]; tag++) assert_listed(screen_tag_words(question->tags[tag]));
    }
    for (int check = 0; check < CHECK_COUNT; check++) {
        assert_listed(self_checks[check].steps);
        for (const CheckPart *part = self_checks[check].parts; part->name; part++) assert_listed(part->ask);
    }
    for (int advice = ADVICE_NONE; advice < ADVICE_COUNT; advice++) assert_listed(coach_advice_text((Advice)advice));
}

static void try_morning(Morning morning) {
    for (int red_flag = ANSWER_NONE; red_flag <= ANSWER_YES; red_flag++) {
        for (int days = 0; days < DAYS_END; days++) {
            morning.red_flag = (Answer)red_flag;
            morning.days_above = morning.days_high = morning.very_sore_for_days = days;
            morning.was_very_sore = days % 2;
            assert_listed(morning_decide(&morning).why);
        }
    }
}

static void test_every_morning(void **state) {
    (void)state;
    for (int soreness = 0; soreness < SORENESS_END; soreness++)
        for (int pain = 0; pain < SORENESS_END; pain++)
            for (int usual = 0; usual < SORENESS_END; usual++)
                try_morning((Morning){.soreness = soreness, .pain = pain, .usual = usual});
}

static void test_everything_that_is_felt(void **state) {
    (void)state;
    for (int felt = 0; felt < FELTS; felt++)
        for (int how_much = 0; how_much < SORENESS_END; how_much++)
            for (int others = 0; others < 3; others++)
                for (int easier = 0; easier < 2; easier++)
                    assert_listed(during_decide(&(Feeling){(Felt)felt, how_much, 2, easier, others}).words);
}

static void test_every_next_morning_and_week(void **state) {
    (void)state;
    for (int soreness = 0; soreness < SORENESS_END; soreness++)
        for (int pain = 0; pain < SORENESS_END; pain++)
            for (int bits = 0; bits < 4; bits++)
                assert_listed(after_decide(&(NextMorning){soreness, pain, 4, bits & 1, bits & 2}).words);
    for (int median2 = 0; median2 <= 20; median2++)
        for (int weeks = 1; weeks < 6; weeks++)
            for (int bits = 0; bits < 8; bits++)
                assert_listed(week_decide(&(WeekChange){median2, 8, 8, bits & 1, bits & 2, weeks, bits & 4}).words);
}

static void test_every_level_and_choice(void **state) {
    (void)state;
    int hours;
    for (int days = 0; days < MISSED_END; days++) assert_listed(level_after_missing(NULL, days).why);
    for (int done = 0; done < 5; done++)
        for (int red = 0; red < 3; red++)
            assert_listed(level_after_week(NULL, &(WeekRecord){4, done, true, 2, true, true, red, red}).why);
    assert_listed(level_after_fever(NULL, &hours).why);
    for (int tier = 0; tier <= SCREEN_TIERS; tier++) {
        for (int check = 0; check < CHECK_COUNT; check++) {
            ChoiceFacts facts = {.tier = tier, .sides_differ = true};
            facts.checks[check] = facts.checks[CHECK_C2] = ANSWER_YES;
            assert_listed(choice_decide(&facts).why);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_sentence_is_whole_and_there_once),
        cmocka_unit_test(test_what_the_pages_ask),
        cmocka_unit_test(test_every_morning),
        cmocka_unit_test(test_everything_that_is_felt),
        cmocka_unit_test(test_every_next_morning_and_week),
        cmocka_unit_test(test_every_level_and_choice),
    };
    return cmocka_run_group_tests(tests, read_list, NULL);
}
