package dev.drift.terramate.probe;

import dev.drift.preview.Validation.Diagnostic;
import dev.drift.preview.Validation.Place;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code validate -json} says. The pieces of source that come with it are left out: they may hold what nobody marked as
 * secret.
 *
 * @param redaction what texts pass through
 * @param places what files are called
 */
record ValidationJson(Redaction redaction, CodePlaces places) {

    private static final int MOST_BYTES = 16_000_000;
    private static final int MOST_DIAGNOSTICS = 100;
    /** What tools say of code that was not prepared; the code itself may be fine. */
    private static final Pattern UNPREPARED = Pattern.compile("Module not installed|Module source has changed"
            + "|Module version requirements have changed|Missing required provider|Required plugins are not installed"
            + "|Inconsistent dependency lock file|Could not load plugin|Failed to load plugin schemas|Backend initialization required.*"
            + "|registry\\S* .* could not be loaded|Provider requirements cannot be satisfied.*");

    static boolean speaksOfPreparing(Diagnostic diagnostic) {
        return diagnostic.error() && UNPREPARED.matcher(diagnostic.summary()).matches();
    }

    /** The diagnostics, in the order of the tool; empty if the file holds no answer. */
    Optional<List<Diagnostic>> read(Path file) throws IOException {
        Value answer = answer(file);
        if (!(answer.field("valid") instanceof Value.Bool valid)) {
            return Optional.empty();
        }
        List<Diagnostic> diagnostics = answer.field("diagnostics").items().stream()
                .limit(MOST_DIAGNOSTICS)
                .map(this::diagnostic)
                .toList();
        boolean agrees = valid.value() == diagnostics.stream().noneMatch(Diagnostic::error);
        return agrees ? Optional.of(diagnostics) : Optional.empty();
    }

    /** Wrappers may print something before the answer. */
    private static Value answer(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return Json.read(text.substring(Math.max(0, text.indexOf('{'))));
        } catch (JsonException none) {
            return Value.ofNull();
        }
    }

    private Diagnostic diagnostic(Value said) {
        return new Diagnostic(
                "error".equals(said.field("severity").text().orElse("error")),
                clean(said.field("summary")).lines().findFirst().orElse("no summary"),
                clean(said.field("detail")),
                place(said.field("range")));
    }

    private Optional<Place> place(Value range) {
        Value line = range.field("start").field("line");
        return range.field("filename")
                .text()
                .filter(name -> line instanceof Value.Decimal)
                .map(name -> new Place(
                        redaction.clean(places.named(name)),
                        Math.max(1, ((Value.Decimal) line).value().intValue())));
    }

    private String clean(Value text) {
        return text.text().orElse("").lines().map(redaction::clean).collect(Collectors.joining("\n"));
    }
}
