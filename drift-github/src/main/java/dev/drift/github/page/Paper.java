package dev.drift.github.page;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A text that never exceeds its budget of bytes, which are at least as many as characters. */
final class Paper {

    private final StringBuilder text = new StringBuilder();
    private final int budget;
    private int used;

    Paper(int budget) {
        this.budget = budget;
    }

    /** Adds the part if it fits as a whole and leaves so many bytes; says whether it did. */
    boolean adds(String part, int reserve) {
        int bytes = part.getBytes(UTF_8).length;
        if (used + bytes + reserve > budget) {
            return false;
        }
        text.append(part);
        used += bytes;
        return true;
    }

    /** So many parts of the budget, in percent. */
    int percent(int percent) {
        return (int) (budget * (long) percent / 100);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
