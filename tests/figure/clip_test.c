#include "figure/clip.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void expect_names(const char *const *names, int count) {
    for (int i = 0; i < count; i++) {
        assert_non_null(names[i]);
        assert_int_equal(strspn(names[i], "abcdefghijklmnopqrstuvwxyz-"), strlen(names[i]));
        for (int j = 0; j < i; j++) assert_string_not_equal(names[i], names[j]);
    }
}

static void test_every_name_is_there_once_in_kebab_case(void **state) {
    (void)state;
    expect_names(muscle_names, MUSCLE_COUNT);
    expect_names(prop_names, PROP_COUNT);
    expect_names(contact_names, CONTACT_KINDS);
    expect_names(check_names, CHECK_KINDS);
    expect_names(breath_names, BREATH_COUNT);
    assert_string_equal(muscle_names[MUSCLE_TRANSVERSUS], "transversus");
    assert_string_equal(prop_names[PROP_DOORWAY], "doorway");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_name_is_there_once_in_kebab_case)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
