package dev.drift.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody probably meant: the known words that differ from a written one by a slip or two. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /**
     * The known words that are close to the written one, the closest first, then in the order of the alphabet; at most three.
     * Upper and lower case are the same. A word is close if at most a third of its letters, and never more than three, have
     * to be changed, left out, put in or swapped with their neighbour; or if one word begins with the other.
     */
    public static List<String> to(String written, Collection<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .distinct()
                .filter(word -> isClose(wanted, word.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.<String>comparingInt(word -> slips(wanted, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** A sentence that asks for the close words, such as {@code ; did you mean json?}; empty if there is none. */
    public static String question(String written, Collection<String> known) {
        List<String> close = to(written, known);
        return close.isEmpty() ? "" : "; did you mean " + String.join(" or ", close) + "?";
    }

    private static boolean isClose(String wanted, String word) {
        int length = Math.max(wanted.length(), word.length());
        if (Math.abs(wanted.length() - word.length()) <= 3 && slips(wanted, word) <= Math.min(3, (length + 2) / 3)) {
            return true;
        }
        return wanted.length() >= 2 && word.length() >= 2 && (word.startsWith(wanted) || wanted.startsWith(word));
    }

    /** The distance of Damerau and Levenshtein, where neighbours that are swapped count once. */
    private static int slips(String left, String right) {
        int[][] rows = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                rows[row][column] = row == 0 || column == 0 ? row + column : cheapest(left, right, row, column, rows);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int cheapest(String left, String right, int row, int column, int[][] rows) {
        int changed = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int cheapest = Math.min(
                rows[row - 1][column - 1] + changed, 1 + Math.min(rows[row - 1][column], rows[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        return swapped ? Math.min(cheapest, rows[row - 2][column - 2] + 1) : cheapest;
    }
}
