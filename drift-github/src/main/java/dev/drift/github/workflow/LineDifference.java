package dev.drift.github.workflow;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ, with what stands around them. */
final class LineDifference {

    private static final int AROUND = 3;

    private final List<String> before;
    private final List<String> after;

    private LineDifference(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
    }

    /** As {@code diff -u} shows it, without the numbers of lines. */
    static String of(String name, String before, String after) {
        List<String> marked = new LineDifference(before, after).marked();
        StringBuilder text = new StringBuilder("--- " + name + "\n+++ " + name + "\n");
        boolean cut = true;
        for (int line = 0; line < marked.size(); line++) {
            boolean shown = isNearChange(marked, line);
            if (shown && cut) {
                text.append("@@\n");
            }
            if (shown) {
                text.append(marked.get(line)).append('\n');
            }
            cut = !shown;
        }
        return text.toString();
    }

    private static boolean isNearChange(List<String> marked, int line) {
        return marked.subList(Math.max(0, line - AROUND), Math.min(marked.size(), line + AROUND + 1)).stream()
                .anyMatch(near -> !near.startsWith(" "));
    }

    private List<String> marked() {
        int[][] common = common();
        List<String> lines = new ArrayList<>();
        int old = 0;
        int fresh = 0;
        while (old < before.size() || fresh < after.size()) {
            if (old < before.size() && fresh < after.size() && before.get(old).equals(after.get(fresh))) {
                lines.add(" " + before.get(old++));
                fresh++;
            } else if (fresh >= after.size()
                    || (old < before.size() && common[old + 1][fresh] >= common[old][fresh + 1])) {
                lines.add("-" + before.get(old++));
            } else {
                lines.add("+" + after.get(fresh++));
            }
        }
        return lines;
    }

    /** How many lines the rests of both have in common, by where the rests begin. */
    private int[][] common() {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int old = before.size() - 1; old >= 0; old--) {
            for (int fresh = after.size() - 1; fresh >= 0; fresh--) {
                common[old][fresh] = before.get(old).equals(after.get(fresh))
                        ? common[old + 1][fresh + 1] + 1
                        : Math.max(common[old + 1][fresh], common[old][fresh + 1]);
            }
        }
        return common;
    }
}
