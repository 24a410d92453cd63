package dev.drift.render;

import static java.util.stream.Collectors.joining;

import dev.drift.observation.SideEffect;
import java.util.ArrayList;
import java.util.List;

/** What an apply does besides changing objects, in words. */
public final class SideEffectText {

    private static final int MOST = 40;
    private static final int LONGEST = 240;

    private SideEffectText() {}

    /** How many of each kind, none left out that is there: {@code 1 to invoke}, {@code 2 to move}. */
    public static List<String> counts(List<SideEffect> effects) {
        List<String> counts = new ArrayList<>();
        for (SideEffect.Kind kind : SideEffect.Kind.values()) {
            long count =
                    effects.stream().filter(effect -> effect.kind() == kind).count();
            if (count > 0) {
                counts.add(count + " to " + kind.word());
            }
        }
        return counts;
    }

    /** A list in Markdown, with addresses in code only; empty for none. */
    public static String markdown(List<SideEffect> effects) {
        String more = effects.size() > MOST ? "- and " + (effects.size() - MOST) + " more\n" : "";
        return effects.isEmpty()
                ? ""
                : effects.stream()
                                .limit(MOST)
                                .map(effect -> "- to " + effect.kind().word() + " " + code(effect) + "\n")
                                .collect(joining("", "\nBesides:\n\n", ""))
                        + more;
    }

    private static String code(SideEffect effect) {
        String words = effect.toString().substring(effect.kind().word().length() + 1);
        return MarkdownText.code(Harmless.shortened(Harmless.line(words), LONGEST));
    }
}
