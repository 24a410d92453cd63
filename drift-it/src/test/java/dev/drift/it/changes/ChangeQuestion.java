package dev.drift.it.changes;

import java.util.List;
import java.util.Optional;

/**
 * What changed, seen from a directory and since a base.
 *
 * @param directory where it is asked, from the top of the history
 * @param base since when; empty to have it chosen
 * @param expected the paths of the stacks that we are to name; {@code refused} if we are to refuse
 */
record ChangeQuestion(String directory, Optional<String> base, List<String> expected) {

    ChangeQuestion {
        expected = List.copyOf(expected);
    }

    /** {@code [in DIRECTORY] [since REVISION]: [PATH]...}. */
    static ChangeQuestion parse(String line) {
        int colon = line.lastIndexOf(':');
        List<String> words = List.of(line.substring(0, colon).strip().split(" +"));
        return new ChangeQuestion(
                after("in", words).orElse(""), after("since", words), split(line.substring(colon + 1)));
    }

    boolean expectsRefusal() {
        return expected.equals(List.of("refused"));
    }

    private static Optional<String> after(String word, List<String> words) {
        int at = words.indexOf(word);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private static List<String> split(String words) {
        return words.isBlank() ? List.of() : List.of(words.strip().split(" +"));
    }

    @Override
    public String toString() {
        return ("changed" + (directory.isEmpty() ? "" : " in " + directory)
                + base.map(revision -> " since " + revision).orElse(""));
    }
}
