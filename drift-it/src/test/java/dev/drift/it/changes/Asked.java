package dev.drift.it.changes;

import dev.drift.catalog.CatalogException;
import dev.drift.it.tools.Command;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.TerramateChanges;
import dev.drift.terramate.TerramateSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Both, asked about histories in the same surroundings, which are nobody's.
 *
 * @param terramate the real program
 * @param surroundings the variables on top of those of this process
 */
record Asked(Path terramate, Map<String, String> surroundings) {

    /** What is said, or why nothing is. */
    record Answer(boolean refused, List<String> lines) {
        Answer {
            lines = List.copyOf(lines);
        }

        boolean agreesWith(Answer other) {
            return refused == other.refused && (refused || lines.equals(other.lines));
        }
    }

    static Asked with(Path terramate, Path scratch) throws IOException {
        Path silent = Files.writeString(
                scratch.resolve("silent.rc"), "disable_checkpoint = true\ndisable_telemetry = true\n");
        return new Asked(
                terramate,
                Map.ofEntries(
                        Map.entry("HOME", scratch.toString()),
                        Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
                        Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                        Map.entry("GIT_CEILING_DIRECTORIES", scratch.toString()),
                        Map.entry("GIT_AUTHOR_NAME", "Ada"),
                        Map.entry("GIT_AUTHOR_EMAIL", "ada@example.org"),
                        Map.entry("GIT_COMMITTER_NAME", "Ada"),
                        Map.entry("GIT_COMMITTER_EMAIL", "ada@example.org"),
                        Map.entry("CHECKPOINT_DISABLE", "1"),
                        Map.entry("TM_CLI_CONFIG_FILE", silent.toString())));
    }

    void make(HistoryCase history, Path place) throws IOException, InterruptedException {
        Command.of("sh", "-euc", history.script()).in(place).with(surroundings).output();
    }

    Answer theirs(Path place, ChangeQuestion question) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(terramate.toString(), "list", "--changed"));
        question.base().ifPresent(base -> words.addAll(List.of("--git-change-base", base)));
        Path directory = place.resolve(question.directory());
        Command.Outcome outcome =
                Command.of(words.toArray()).in(directory).with(surroundings).run();
        List<String> lines =
                (outcome.exit() == 0 ? outcome.out() : outcome.err()).lines().toList();
        Path from = Path.of("/").resolve(question.directory());
        return new Answer(
                outcome.exit() != 0,
                outcome.exit() != 0
                        ? lines
                        : lines.stream()
                                .map(line -> from.resolve(line).normalize().toString())
                                .toList());
    }

    Answer ours(Path place, ChangeQuestion question) {
        TerramateSettings standard = TerramateSettings.standard();
        TerramateCatalog catalog = TerramateCatalog.at(
                place.resolve(question.directory()),
                question.base().map(standard::since).orElse(standard));
        try {
            return new Answer(
                    false,
                    TerramateChanges.in(catalog, UserEnvironment.ofThisProcess().with(surroundings)).changed().stream()
                            .map(change -> change.stack().path().value())
                            .toList());
        } catch (CatalogException refused) {
            return new Answer(
                    true, refused.problems().stream().map(Object::toString).toList());
        }
    }
}
