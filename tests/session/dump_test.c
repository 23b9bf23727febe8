#include "session/anew.h"

#include "support/golden.h"
#include "support/json.h"

static void test_text_names_everything(void **state) {
    (void)state;
    Session session = fixture_compile(&fixture);
    session.segments.items[0].swapped_from = "low-lunge";
    TextBuilder text = {0};
    session_dump(&session, &text);
    assert_golden_text("tests/session/golden/fixture.txt", builder_text(&text));
    builder_free(&text);
}

static void test_json_is_one_object(void **state) {
    (void)state;
    Session session = fixture_compile(&fixture);
    TextBuilder text = {0};
    session_dump_json(&session, &text);
    assert_int_equal(json_mistake(builder_text(&text)), -1);
    assert_golden_text("tests/session/golden/fixture.json", builder_text(&text));
    builder_free(&text);
}

static void test_json_escapes_what_it_must(void **state) {
    (void)state;
    Section *section = &fixture.routine.sections.items[0];
    fixture_say(&fixture, section, "Say \"ah\" \\ and\nbreathe – slowly.\x01");
    Session session = fixture_compile(&fixture);
    TextBuilder text = {0};
    session_dump_json(&session, &text);
    assert_non_null(strstr(text.bytes, "\"text\": \"Say \\\"ah\\\" \\\\ and\\u000abreathe – slowly.\\u0001\""));
    assert_int_equal(json_mistake(builder_text(&text)), -1);
    for (int i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        assert_true(byte >= 0x20 || byte == '\n');
    }
    builder_free(&text);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_text_names_everything),
        TEST(test_json_is_one_object),
        TEST(test_json_escapes_what_it_must),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
