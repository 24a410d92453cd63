package dev.drift.it.changes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads histories as people write them: {@code ### fact}, then the lines of the script, then {@code > question: answer} lines,
 * and {@code ! reason} where ours deliberately differs. {@code prelude.sh} begins every script.
 */
final class HistoryFile {

    private final List<HistoryCase> cases = new ArrayList<>();
    private final String prelude;
    private String fact = "";
    private StringBuilder script = new StringBuilder();
    private List<ChangeQuestion> questions = new ArrayList<>();
    private Optional<String> difference = Optional.empty();

    private HistoryFile(String prelude) {
        this.prelude = prelude;
    }

    static List<HistoryCase> read(String resource) throws IOException {
        HistoryFile file = new HistoryFile(text("/changes/prelude.sh"));
        text(resource).lines().forEach(file::take);
        file.finish();
        return file.cases;
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(HistoryFile.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void take(String line) {
        if (line.startsWith("### ")) {
            finish();
            fact = line.substring(4).strip();
        } else if (line.startsWith("> ")) {
            questions.add(ChangeQuestion.parse(line.substring(2)));
        } else if (line.startsWith("! ")) {
            difference = Optional.of(line.substring(2).strip());
        } else {
            script.append(line).append('\n');
        }
    }

    private void finish() {
        if (!fact.isEmpty()) {
            if (questions.isEmpty()) {
                throw new IllegalStateException("Nothing is asked of: " + fact);
            }
            cases.add(new HistoryCase(fact, prelude + script, questions, difference));
        }
        script = new StringBuilder();
        questions = new ArrayList<>();
        difference = Optional.empty();
    }
}
