package dev.drift.terramate.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.drift.code.IgnoreChanges;
import dev.drift.observation.KnownSecrets;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what {@code terraform show -json} and {@code tofu show -json} print of a plan file, any format 1.x. The memory it takes
 * depends on what drifted or is planned, not on the size of the document. Stateless; safe for use by several threads.
 */
public final class PlanJson {

    private static final int DEEPEST_NESTING = 512;
    private static final int LONGEST_STRING = 32 * 1024 * 1024;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .build();

    private PlanJson() {}

    /**
     * What a plan file's JSON shows.
     *
     * @param ignores what the code tells to leave alone; empty if the code is not at hand
     * @throws ProbeException with phase {@code READ} if it is no plan this reader knows, saying where and why
     */
    public static Observation read(Path file, Optional<IgnoreChanges> ignores) throws ProbeException {
        return read(file, ignores, Set.of());
    }

    /**
     * The same, where more is secret than the plan says.
     *
     * @param known what is secret whatever the plan says of it
     */
    public static Observation read(Path file, Optional<IgnoreChanges> ignores, Set<String> known)
            throws ProbeException {
        requireNonNull(file, "file is null");
        return read(() -> Files.newInputStream(file), ignores, known);
    }

    /** What the JSON from a source shows, of which nothing is known to be secret but what it says itself. */
    public static Observation read(Source source, Optional<IgnoreChanges> ignores) throws ProbeException {
        return read(source, ignores, Set.of());
    }

    /**
     * What the JSON from a source shows; see {@link #read(Path, Optional, Set)}. The source is opened once more if there is
     * something to show, for what is secret in it, and once more if the plan's sections come in an unusual order.
     */
    private static Observation read(Source source, Optional<IgnoreChanges> ignores, Set<String> known)
            throws ProbeException {
        requireNonNull(source, "source is null");
        requireNonNull(ignores, "ignores is null");
        PlanDocument document = new PlanDocument();
        try {
            read(source, document::read);
            if (document.searchedTooEarly()) {
                read(source, document::search);
            }
            Observation seen = document.observation(ignores);
            return document.showsSomething() ? seen.keeping(secrets(source, known)) : seen;
        } catch (IOException broken) {
            throw PlanDefect.reported(broken);
        }
    }

    private static KnownSecrets secrets(Source source, Set<String> known) throws IOException {
        SecretSearch search = new SecretSearch(known);
        read(source, parser -> {
            parser.nextToken();
            search.read(parser);
        });
        return search.secrets();
    }

    private static void read(Source source, Reading reading) throws IOException {
        try (InputStream bytes = source.open();
                JsonParser parser = parser(bytes)) {
            reading.read(parser);
        }
    }

    /** Within the bounds that plans keep to. */
    static JsonParser parser(InputStream bytes) throws IOException {
        return JSON.createParser(bytes);
    }

    /** One way through a document. */
    @FunctionalInterface
    private interface Reading {
        void read(JsonParser parser) throws IOException;
    }

    /** Where the bytes of a plan's JSON come from. */
    @FunctionalInterface
    public interface Source {

        /** The bytes from their beginning, in a stream that the caller closes. */
        InputStream open() throws IOException;
    }
}
