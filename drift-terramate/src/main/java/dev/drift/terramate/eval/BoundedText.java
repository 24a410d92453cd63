package dev.drift.terramate.eval;

/**
 * A text that allows only so many looks at its characters. A pattern that backtracks without end looks at them without
 * end, and so comes to one here.
 */
final class BoundedText implements CharSequence {

    private final String text;
    private final int start;
    private final int end;
    private final Looks looks;

    private BoundedText(String text, int start, int end, Looks looks) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.looks = looks;
    }

    static BoundedText of(String text) {
        return new BoundedText(text, 0, text.length(), new Looks());
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public char charAt(int index) {
        looks.spend();
        return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new BoundedText(text, start + from, start + to, looks);
    }

    @Override
    public String toString() {
        return text.substring(start, end);
    }

    /** Shared with every part of the same text. */
    private static final class Looks {
        private int left = 2_000_000;

        void spend() {
            if (--left < 0) {
                throw Refusal.limit("the pattern takes too long to match");
            }
        }
    }
}
