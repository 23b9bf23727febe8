#include "ui/keys.h"

#include <strings.h>

#define PLAYING KEYS_WHILE_PLAYING
#define LISTS KEYS_IN_LISTS
#define ALL KEYS_EVERYWHERE

const KeyRow key_rows[] = {
    {"Space", PLAIN, PLAYING, ACTION_PAUSE, "Space, right click", "Pause, go on"},
    {"MouseRight", ANY_SHIFT, PLAYING, ACTION_PAUSE, NULL, NULL},
    {"P", CTRL, PLAYING, ACTION_PAUSE, NULL, NULL},
    {"AudioPlay", ANY_SHIFT, PLAYING, ACTION_PAUSE, NULL, NULL},
    {"AudioStop", ANY_SHIFT, PLAYING, ACTION_PAUSE, NULL, NULL},
    {"PageDown", PLAIN, PLAYING, ACTION_NEXT, "Page Down, >", "Next exercise"},
    {">", PLAIN, PLAYING, ACTION_NEXT, NULL, NULL},
    {"F", CTRL, PLAYING, ACTION_NEXT, NULL, NULL},
    {"AudioNext", ANY_SHIFT, PLAYING, ACTION_NEXT, NULL, NULL},
    {"PageUp", PLAIN, PLAYING, ACTION_PREVIOUS, "Page Up, <", "Exercise before"},
    {"<", PLAIN, PLAYING, ACTION_PREVIOUS, NULL, NULL},
    {"B", CTRL, PLAYING, ACTION_PREVIOUS, NULL, NULL},
    {"AudioPrev", ANY_SHIFT, PLAYING, ACTION_PREVIOUS, NULL, NULL},
    {"Right", PLAIN, PLAYING, ACTION_FORWARD, "Right arrow", "5 seconds on"},
    {"AudioFastForward", ANY_SHIFT, PLAYING, ACTION_FORWARD, NULL, NULL},
    {"Left", PLAIN, PLAYING, ACTION_BACK, "Left arrow", "5 seconds back"},
    {"AudioRewind", ANY_SHIFT, PLAYING, ACTION_BACK, NULL, NULL},
    {"R", PLAIN, PLAYING, ACTION_REPEAT, "R", "This exercise again"},
    {"X", PLAIN, PLAYING, ACTION_HURTS, "X", "This hurts: stop it"},
    {"-", PLAIN, PLAYING, ACTION_EASIER, "-", "An easier way"},
    {"Up", PLAIN, PLAYING, ACTION_LOUDER, "Up arrow, 0", "Voice louder"},
    {"0", PLAIN, PLAYING, ACTION_LOUDER, NULL, NULL},
    {"VolumeUp", ANY_SHIFT, PLAYING, ACTION_LOUDER, NULL, NULL},
    {"Down", PLAIN, PLAYING, ACTION_QUIETER, "Down arrow, 9", "Voice quieter"},
    {"9", PLAIN, PLAYING, ACTION_QUIETER, NULL, NULL},
    {"VolumeDown", ANY_SHIFT, PLAYING, ACTION_QUIETER, NULL, NULL},
    {"Up", SHIFT, PLAYING, ACTION_MUSIC_LOUDER, "Shift with Up, 0", "Music louder"},
    {"0", SHIFT, PLAYING, ACTION_MUSIC_LOUDER, NULL, NULL},
    {"Down", SHIFT, PLAYING, ACTION_MUSIC_QUIETER, "Shift with Down, 9", "Music quieter"},
    {"9", SHIFT, PLAYING, ACTION_MUSIC_QUIETER, NULL, NULL},
    {"M", PLAIN, PLAYING, ACTION_MUTE, "M", "Sound off, on"},
    {"AudioMute", ANY_SHIFT, PLAYING, ACTION_MUTE, NULL, NULL},
    {"Mute", ANY_SHIFT, PLAYING, ACTION_MUTE, NULL, NULL},
    {"[", PLAIN, PLAYING, ACTION_SLOWER, "[", "Slower"},
    {"]", PLAIN, PLAYING, ACTION_FASTER, "]", "Faster"},
    {"Backspace", PLAIN, PLAYING, ACTION_NORMAL_TEMPO, "Backspace", "Normal speed"},
    {"H", PLAIN, PLAYING, ACTION_LIGHT, "H", "Muscle light"},
    {"C", PLAIN, PLAYING, ACTION_CAPTIONS, "C", "Captions"},
    {"E", PLAIN, PLAYING, ACTION_MISTAKE, "E", "Common mistake"},
    {"O", PLAIN, PLAYING, ACTION_PROGRESS, "O", "Progress"},
    {"F", PLAIN, ALL, ACTION_FULL_SCREEN, "F, F11, double click", "Full screen"},
    {"F11", ANY_SHIFT, ALL, ACTION_FULL_SCREEN, NULL, NULL},
    {"MouseDouble", ANY_SHIFT, PLAYING, ACTION_FULL_SCREEN, NULL, NULL},
    {"?", PLAIN, ALL, ACTION_KEYS, "?", "These keys"},
    {"F1", ANY_SHIFT, ALL, ACTION_KEYS, NULL, NULL},
    {"Escape", ANY_SHIFT, ALL, ACTION_ESCAPE, "Esc", "Full screen off, menu"},
    {"AC Back", ANY_SHIFT, ALL, ACTION_ESCAPE, NULL, NULL},
    {"S", PLAIN, ALL, ACTION_SETTINGS, "S", "Settings"},
    {"Q", PLAIN, ALL, ACTION_QUIT, "Q", "Leave"},
    {"Up", PLAIN, LISTS, ACTION_UP, NULL, NULL},
    {"Down", PLAIN, LISTS, ACTION_DOWN, NULL, NULL},
    {"Left", PLAIN, LISTS, ACTION_LEFT, NULL, NULL},
    {"Right", PLAIN, LISTS, ACTION_RIGHT, NULL, NULL},
    {"Return", ANY_SHIFT, LISTS, ACTION_ENTER, NULL, NULL},
    {"Keypad Enter", ANY_SHIFT, LISTS, ACTION_ENTER, NULL, NULL},
    {"Select", ANY_SHIFT, LISTS, ACTION_ENTER, NULL, NULL},
    {"Space", PLAIN, LISTS, ACTION_ENTER, NULL, NULL},
    {"Pad A", PLAIN, PLAYING, ACTION_PAUSE, "Gamepad A, B", "Pause, menu"},
    {"Pad A", PLAIN, LISTS, ACTION_ENTER, NULL, NULL},
    {"Pad B", PLAIN, ALL, ACTION_ESCAPE, NULL, NULL},
    {"Pad X", PLAIN, PLAYING, ACTION_HURTS, "Gamepad X, Y", "This hurts, easier"},
    {"Pad Y", PLAIN, PLAYING, ACTION_EASIER, NULL, NULL},
    {"Pad Start", PLAIN, PLAYING, ACTION_PAUSE, NULL, NULL},
    {"Pad Start", PLAIN, LISTS, ACTION_ENTER, NULL, NULL},
    {"Pad Back", PLAIN, ALL, ACTION_KEYS, NULL, NULL},
    {"Pad Right Shoulder", PLAIN, PLAYING, ACTION_NEXT, NULL, NULL},
    {"Pad Left Shoulder", PLAIN, PLAYING, ACTION_PREVIOUS, NULL, NULL},
    {"Pad Up", PLAIN, PLAYING, ACTION_LOUDER, NULL, NULL},
    {"Pad Down", PLAIN, PLAYING, ACTION_QUIETER, NULL, NULL},
    {"Pad Left", PLAIN, PLAYING, ACTION_BACK, NULL, NULL},
    {"Pad Right", PLAIN, PLAYING, ACTION_FORWARD, NULL, NULL},
    {"Pad Up", PLAIN, LISTS, ACTION_UP, NULL, NULL},
    {"Pad Down", PLAIN, LISTS, ACTION_DOWN, NULL, NULL},
    {"Pad Left", PLAIN, LISTS, ACTION_LEFT, NULL, NULL},
    {"Pad Right", PLAIN, LISTS, ACTION_RIGHT, NULL, NULL},
    {"Say pause", PLAIN, PLAYING, ACTION_STAND, NULL, NULL},
    {"Say stop", PLAIN, PLAYING, ACTION_STAND, NULL, NULL},
    {"Say go on", PLAIN, PLAYING, ACTION_GO_ON, NULL, NULL},
    {"Say next", PLAIN, PLAYING, ACTION_NEXT, NULL, NULL},
    {"Say back", PLAIN, PLAYING, ACTION_PREVIOUS, NULL, NULL},
    {"Say repeat", PLAIN, PLAYING, ACTION_REPEAT, NULL, NULL},
    {"Say easier", PLAIN, PLAYING, ACTION_EASIER, NULL, NULL},
    {"Say this hurts", PLAIN, PLAYING, ACTION_HURTS, NULL, NULL},
    {NULL, PLAIN, ALL, ACTION_NONE, NULL, NULL},
};

static bool modifiers_match(const KeyRow *row, Key key) {
    switch (row->modifier) {
    case PLAIN: return !key.shift && !key.ctrl;
    case SHIFT: return key.shift && !key.ctrl;
    case CTRL: return key.ctrl && !key.shift;
    case ANY_SHIFT: return !key.ctrl;
    }
    return false;
}

Action key_action(Key key, KeysWhere where) {
    for (const KeyRow *row = key_rows; row->name; row++) {
        if (!(row->where & where) || !modifiers_match(row, key)) continue;
        if (strcasecmp(row->name, key.name) == 0) return row->action;
    }
    return ACTION_NONE;
}
