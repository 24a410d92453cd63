package dev.drift.render;

import java.util.Optional;

/**
 * One difference on its way to a reader: harmless texts, at full length.
 *
 * @param place where, possibly empty
 * @param before what it was; empty if it was not there
 * @param after what it is; empty if it is not there any more
 */
record Move(String place, Optional<String> before, Optional<String> after) {

    /** {@code +} came, {@code -} went, {@code ~} became something else. */
    char sign() {
        if (before.isEmpty()) {
            return '+';
        }
        return after.isEmpty() ? '-' : '~';
    }

    /** The difference with values of about so many characters together: what is equal at both ends goes first, then the middle. */
    Move within(int width) {
        int room = Math.max(24, width - 3);
        if (before.isEmpty() || after.isEmpty()) {
            return new Move(
                    place,
                    before.map(text -> Harmless.shortened(text, room)),
                    after.map(text -> Harmless.shortened(text, room)));
        }
        String left = before.get();
        String right = after.get();
        if (left.length() + right.length() <= room) {
            return this;
        }
        int half = Math.max(10, room / 2);
        int head = commonHead(left, right);
        int tail = commonTail(left, right, head);
        int context = Math.max(0, Math.min(8, (half - 2 - Math.max(left.length(), right.length()) + head + tail) / 2));
        head = whole(left, Math.max(0, head - context));
        tail = left.length() - whole(left, left.length() - Math.max(0, tail - context));
        return new Move(
                place,
                Optional.of(Harmless.shortened(around(left, head, tail), half)),
                Optional.of(Harmless.shortened(around(right, head, tail), half)));
    }

    /** The values without the place: {@code 1 → 3}, {@code + "came"}, {@code - "went"}. */
    String values() {
        return before.isPresent() && after.isPresent()
                ? before.get() + " → " + after.get()
                : sign() + " " + before.or(() -> after).orElse("");
    }

    private static String around(String text, int head, int tail) {
        String middle = text.substring(head, text.length() - tail);
        return (head > 0 ? "…" : "") + middle + (tail > 0 ? "…" : "");
    }

    /** The place itself, or the one before it if a character would be torn there. */
    private static int whole(String text, int at) {
        boolean torn = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return torn ? at - 1 : at;
    }

    private static int commonHead(String left, String right) {
        int length = Math.min(left.length(), right.length());
        int at = 0;
        while (at < length && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int commonTail(String left, String right, int head) {
        int length = Math.min(left.length(), right.length()) - head;
        int at = 0;
        while (at < length && left.charAt(left.length() - 1 - at) == right.charAt(right.length() - 1 - at)) {
            at++;
        }
        return at;
    }
}
