package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.List;

/**
 * What readers take for single characters, which is what lengths and offsets count. Scripts and signs whose characters
 * combine are refused instead of being miscounted.
 */
final class Graphemes {

    private Graphemes() {}

    static List<String> of(String text) {
        List<String> graphemes = new ArrayList<>(text.length());
        int position = 0;
        while (position < text.length()) {
            int codePoint = text.codePointAt(position);
            int length = text.startsWith("\r\n", position) ? 2 : Character.charCount(codePoint);
            if (combines(codePoint)) {
                throw Refusal.limit("characters that combine with others are not counted here");
            }
            graphemes.add(text.substring(position, position + length));
            position += length;
        }
        return graphemes;
    }

    static int count(String text) {
        return of(text).size();
    }

    private static boolean combines(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.SURROGATE -> true;
            default -> isJamo(codePoint) || isFlagOrSkinTone(codePoint) || (codePoint >= 0xE00 && codePoint < 0xF00);
        };
    }

    private static boolean isJamo(int codePoint) {
        return (codePoint >= 0x1100 && codePoint < 0x1200)
                || (codePoint >= 0xA960 && codePoint < 0xA980)
                || (codePoint >= 0xD7B0 && codePoint < 0xD800);
    }

    private static boolean isFlagOrSkinTone(int codePoint) {
        return (codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF) || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }
}
