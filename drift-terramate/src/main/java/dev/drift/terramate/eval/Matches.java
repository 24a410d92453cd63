package dev.drift.terramate.eval;

import java.util.regex.Matcher;

/** The matches of a pattern in a text, one after the other, as Go counts them: none is empty right behind another. */
final class Matches {

    private static final int LONGEST_TEXT = 8_192;

    private final String text;
    private final Matcher matcher;
    private int next;
    private int lastEnd = -1;

    Matches(Re2Pattern pattern, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.limit("patterns are matched with at most " + LONGEST_TEXT + " characters here");
        }
        this.text = text;
        this.matcher = pattern.java().matcher(BoundedText.of(text));
    }

    /** Goes to the next match, if there is one. */
    boolean next() {
        while (next <= text.length() && found()) {
            boolean empty = matcher.end() == matcher.start();
            boolean behindAnother = empty && matcher.start() == lastEnd;
            lastEnd = matcher.end();
            next = empty ? behind(matcher.end()) : matcher.end();
            if (!behindAnother) {
                return true;
            }
        }
        return false;
    }

    /** The match that {@link #next()} has gone to. */
    Matcher current() {
        return matcher;
    }

    private int behind(int position) {
        return position < text.length() ? position + Character.charCount(text.codePointAt(position)) : position + 1;
    }

    /** Patterns that recurse deeper than a thread can follow are refused like those that take too long. */
    private boolean found() {
        try {
            return matcher.find(next);
        } catch (StackOverflowError e) {
            throw Refusal.limit("the pattern takes too long to match");
        }
    }
}
