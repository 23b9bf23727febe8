// One line of a script to tokens.
#pragma once

#include "script/script.h"

// Reads the bytes of one line (without its end) into `tokens`, which has room for
// SCRIPT_MAX_TOKENS; returns how many. The first mistake is reported and sets *is_broken.
int lexer_line(const Source *source, Span line, Token *tokens, Diags *diags, bool *is_broken);
