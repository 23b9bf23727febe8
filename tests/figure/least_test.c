#include "figure/least.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

// ---- straight lines: one step is enough, and the answer is known ----

static void measure_lines(const void *data, const double *x, double *rows) {
    (void)data;
    rows[0] = 10 * (x[0] + x[1] - 3);
    rows[1] = 10 * (x[0] - x[1] - 1);
    rows[2] = 0;
}

static void derive_lines(const void *data, const double *x, double (*slopes)[LEAST_UNKNOWNS]) {
    (void)data, (void)x;
    for (int i = 0; i < 3 * LEAST_UNKNOWNS; i++) slopes[i / LEAST_UNKNOWNS][i % LEAST_UNKNOWNS] = 0;
    slopes[0][0] = slopes[0][1] = slopes[1][0] = 10;
    slopes[1][1] = -10;
}

static void straight_lines_are_met_as_far_as_the_unknowns_own_squares_let_them(void **state) {
    (void)state;
    double x[3] = {7, 7, 7};
    least_solve(&(Least){3, 3, NULL, measure_lines, derive_lines}, x);
    // (1 + 200) x = 100 * (sum of the right sides)
    assert_true(fabs(x[0] - 400 / 201.0) < 1e-9);
    assert_true(fabs(x[1] - 200 / 201.0) < 1e-9);
    assert_true(fabs(x[2]) < 1e-12);
}

// ---- a bent valley (Rosenbrock 1960), where whole steps go astray ----

static void measure_valley(const void *data, const double *x, double *rows) {
    double scale = *(const double *)data, a = x[0] - 1.2, b = x[1] + 1;
    rows[0] = scale * 10 * (b - a * a);
    rows[1] = scale * (1 - a);
}

static void derive_valley(const void *data, const double *x, double (*slopes)[LEAST_UNKNOWNS]) {
    double scale = *(const double *)data, a = x[0] - 1.2;
    slopes[0][0] = scale * -20 * a, slopes[0][1] = scale * 10;
    slopes[1][0] = -scale, slopes[1][1] = 0;
}

static void the_bottom_of_a_bent_valley_is_found(void **state) {
    (void)state;
    double x[2], scale = 1e4, rows[2];
    least_solve(&(Least){2, 2, &scale, measure_valley, derive_valley}, x);
    assert_true(fabs(x[0] - 2.2) < 1e-4 && fabs(x[1]) < 1e-4);
    measure_valley(&scale, x, rows);
    assert_true(rows[0] * rows[0] + rows[1] * rows[1] < 0.1);
}

// What a corner lets nobody pass ends there instead of going on for ever.
static void measure_corner(const void *data, const double *x, double *rows) {
    (void)data;
    rows[0] = 100 * fabs(x[0] - 0.5) + 1;
}

static void derive_corner(const void *data, const double *x, double (*slopes)[LEAST_UNKNOWNS]) {
    (void)data;
    slopes[0][0] = x[0] < 0.5 ? -100 : 100;
}

static void a_corner_is_no_trap(void **state) {
    (void)state;
    double x[1];
    least_solve(&(Least){1, 1, NULL, measure_corner, derive_corner}, x);
    assert_true(fabs(x[0] - 0.5) < 0.02);
}

static void measure_nothing(const void *data, const double *x, double *rows) { (void)data, (void)x, (void)rows; }

static void derive_nothing(const void *data, const double *x, double (*slopes)[LEAST_UNKNOWNS]) {
    (void)data, (void)x, (void)slopes;
}

static void nothing_to_do_is_done(void **state) {
    (void)state;
    double x[2] = {1, 1};
    least_solve(&(Least){2, 0, NULL, measure_nothing, derive_nothing}, x);
    assert_true(x[0] == 0 && x[1] == 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(straight_lines_are_met_as_far_as_the_unknowns_own_squares_let_them),
        cmocka_unit_test(the_bottom_of_a_bent_valley_is_found),
        cmocka_unit_test(a_corner_is_no_trap),
        cmocka_unit_test(nothing_to_do_is_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
