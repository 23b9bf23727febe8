// Least squares: the unknowns near nothing that make the sum of their own squares and of all residuals' squares small.
//
// By the library cminpack (MINPACK's lmder: Levenberg 1944, Marquardt 1963, More 1978). Dozens of unknowns, hundreds of
// residuals; for many small problems a second, so nothing is allocated. Knows no bones: contacts.h asks.
#pragma once

enum { LEAST_UNKNOWNS = 40, LEAST_ROWS = 320 };

typedef struct {
    int unknowns, rows;
    const void *data;
    void (*measure)(const void *data, const double *unknowns, double *rows);
    // The derivatives: slopes[row][unknown].
    void (*derive)(const void *data, const double *unknowns, double (*slopes)[LEAST_UNKNOWNS]);
} Least;

// Begins at nothing and ends where a step is no more than 1e-7 of the way, or gains no more than 1e-8 of the sum.
void least_solve(const Least *problem, double *unknowns);
