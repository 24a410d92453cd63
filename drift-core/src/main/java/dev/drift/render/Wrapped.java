package dev.drift.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a harmless text between words. A line never begins with two colons: GitHub Actions would take it for a command, however
 * far it is indented.
 */
final class Wrapped {

    private Wrapped() {}

    /** The lines of a text, none longer than the width; words that are longer are cut. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                int cut = Character.isLowSurrogate(rest.charAt(width)) ? width - 1 : width;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        lines.replaceAll(each -> each.startsWith("::") ? "…" + each : each);
        return lines;
    }
}
