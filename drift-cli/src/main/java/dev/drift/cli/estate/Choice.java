package dev.drift.cli.estate;

import dev.drift.config.Nearest;
import java.util.List;
import java.util.function.Function;

/** One of a few words. */
final class Choice {

    private Choice() {}

    /**
     * Understands the words of constants; another word is refused with those there are.
     *
     * @param thing what the words are, for whoever writes another one
     */
    static <T> Function<String, T> of(String thing, Function<T, String> word, List<T> constants) {
        List<String> known = constants.stream().map(word).toList();
        return text -> {
            int at = known.indexOf(text);
            if (at < 0) {
                throw new IllegalArgumentException("\"" + text + "\" is no " + thing + hint(text, known));
            }
            return constants.get(at);
        };
    }

    private static String hint(String text, List<String> known) {
        String question = Nearest.question(text, known);
        return question.isEmpty() ? ": it is one of " + String.join(", ", known) : question;
    }
}
