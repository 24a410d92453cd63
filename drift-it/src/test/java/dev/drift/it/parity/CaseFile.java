package dev.drift.it.parity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads cases as people write them: {@code ### fact}, then {@code @@ path} or {@code @@ KIND path} before each entry, then
 * {@code > question} lines, and {@code ! reason} where ours deliberately differs. Without questions, stacks and their order
 * are asked for.
 */
final class CaseFile {

    private final List<ParityCase> cases = new ArrayList<>();
    private String fact = "";
    private List<ProjectEntry> entries = new ArrayList<>();
    private List<Question> questions = new ArrayList<>();
    private Optional<String> difference = Optional.empty();

    private CaseFile() {}

    static List<ParityCase> read(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(CaseFile.class.getResourceAsStream(resource), resource)) {
            CaseFile file = new CaseFile();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(file::take);
            file.finish();
            return file.cases;
        }
    }

    private void take(String line) {
        if (line.startsWith("### ")) {
            finish();
            fact = line.substring(4).strip();
        } else if (line.startsWith("@@ ")) {
            entries.add(entry(line.substring(3).strip()));
        } else if (line.startsWith("> ")) {
            questions.add(Question.parse(line.substring(2)));
        } else if (line.startsWith("! ")) {
            difference = Optional.of(line.substring(2).strip());
        } else if (!entries.isEmpty() && questions.isEmpty() && difference.isEmpty()) {
            ProjectEntry last = entries.remove(entries.size() - 1);
            entries.add(new ProjectEntry(last.kind(), last.path(), last.text() + line + "\n"));
        }
    }

    private static ProjectEntry entry(String words) {
        int space = words.indexOf(' ');
        String first = space < 0 ? "" : words.substring(0, space);
        for (ProjectEntry.Kind kind : ProjectEntry.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(first)) {
                return new ProjectEntry(kind, words.substring(space + 1), "");
            }
        }
        return new ProjectEntry(ProjectEntry.Kind.FILE, words, "");
    }

    private void finish() {
        if (!fact.isEmpty()) {
            List<Question> asked =
                    questions.isEmpty() ? List.of(Question.parse("stacks"), Question.parse("order")) : questions;
            cases.add(new ParityCase(fact, entries, asked, difference));
        }
        entries = new ArrayList<>();
        questions = new ArrayList<>();
        difference = Optional.empty();
    }
}
