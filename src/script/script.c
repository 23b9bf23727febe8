#include "script/script.h"

#include "script/lexer.h"

#include <string.h>

// A line that others may be indented under.
typedef struct {
    Text indent;
    Node **end; // where the next line as far in as this one goes
    Node *last; // the newest line as far in as this one
} Level;

typedef struct {
    Arena *arena;
    const Source *source;
    Diags *diags;
    Level levels[SCRIPT_MAX_DEPTH + 1];
    int depth; // of levels in use
    int lines;
} Tree;

static bool starts_with(Text text, Text start) {
    return text.size >= start.size && text_equal((Text){text.bytes, start.size}, start);
}

static void add_node(Level *level, Node *node) {
    *level->end = node;
    level->end = &node->next;
    level->last = node;
}

static void report(Tree *tree, Node *node, const char *message, const char *help) {
    if (node->is_broken) return;
    node->is_broken = true;
    Diag *diag = diag_error(tree->diags, tree->source, node->span, "%s", message);
    if (help) diag_help(tree->diags, diag, "%s", help);
}

// Further in than the line above: its first child.
static void open_level(Tree *tree, Text indent, Node *node) {
    Level *above = &tree->levels[tree->depth - 1];
    if (!above->last) {
        report(tree, node, "the first line cannot be indented", NULL);
        add_node(above, node);
    } else if (tree->depth > SCRIPT_MAX_DEPTH) {
        report(tree, node, "lines are indented too deep", "six steps are the most");
        add_node(above, node);
    } else {
        tree->levels[tree->depth] = (Level){indent, &above->last->children, NULL};
        add_node(&tree->levels[tree->depth++], node);
    }
}

// Tabs and spaces cannot be compared: one indentation must begin with the other.
static bool is_mixed(Text a, Text b) {
    return a.size < b.size ? !starts_with(b, a) : !starts_with(a, b);
}

static void place_node(Tree *tree, Text indent, Node *node) {
    if (is_mixed(indent, tree->levels[tree->depth - 1].indent)) {
        report(tree, node, "this line is indented with other characters than the line above",
               "use only spaces, or only tabs");
    }
    while (tree->depth > 1 && tree->levels[tree->depth - 1].indent.size > indent.size) tree->depth--;
    Level *level = &tree->levels[tree->depth - 1];
    if (indent.size > level->indent.size) {
        // After a step back there must be a line exactly as far in.
        bool stepped_back = level->last && level->last->children;
        if (!stepped_back) {
            open_level(tree, indent, node);
            return;
        }
        report(tree, node, "this line is indented like none of the lines above", "two spaces for each step are usual");
    }
    add_node(level, node);
}

static Text indent_of(Text text, Span line) {
    int at = line.begin;
    while (at < line.end && (text.bytes[at] == ' ' || text.bytes[at] == '\t')) at++;
    return (Text){text.bytes + line.begin, at - line.begin};
}

// False when there are too many lines to go on.
static bool read_line(Tree *tree, Span line) {
    Token tokens[SCRIPT_MAX_TOKENS];
    bool is_broken = false;
    int count = lexer_line(tree->source, line, tokens, tree->diags, &is_broken);
    if (!count && !is_broken) return true;
    Text indent = indent_of(tree->source->text, line);
    if (tree->lines++ == SCRIPT_MAX_LINES) {
        Span span = {line.begin + indent.size, line.end};
        diag_error(tree->diags, tree->source, span, "a script has at most %d lines", SCRIPT_MAX_LINES);
        return false;
    }
    Node *node = arena_new(tree->arena, Node, 1);
    Token *kept = arena_new(tree->arena, Token, count);
    if (count) memcpy(kept, tokens, sizeof *kept * (size_t)count);
    *node = (Node){.tokens = kept, .count = count, .is_broken = is_broken};
    node->span = count ? (Span){kept[0].span.begin, kept[count - 1].span.end} : line;
    place_node(tree, indent, node);
    return true;
}

static int line_end(Text text, int at) {
    while (at < text.size && text.bytes[at] != '\n' && text.bytes[at] != '\r') at++;
    return at;
}

Node *script_read(Arena *arena, Source *source, Diags *diags) {
    bool marked = source->text.size >= 3 && memcmp(source->text.bytes, "\xEF\xBB\xBF", 3) == 0;
    if (marked) source->text = (Text){source->text.bytes + 3, source->text.size - 3};
    Text text = source->text;
    Node *first = NULL;
    Tree tree = {.arena = arena, .source = source, .diags = diags, .depth = 1};
    tree.levels[0].end = &first;
    if (text.size > SCRIPT_MAX_BYTES) {
        diag_error(diags, source, (Span){0, 0}, "a script has at most %d bytes", SCRIPT_MAX_BYTES);
        return NULL;
    }
    int at = 0;
    while (at < text.size) {
        int end = line_end(text, at);
        if (!read_line(&tree, (Span){at, end})) break;
        at = end + 1; // the second half of CR LF reads as an empty line
    }
    return first;
}
