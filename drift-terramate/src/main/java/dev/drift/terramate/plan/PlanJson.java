package dev.drift.terramate.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.drift.code.IgnoreChanges;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
        requireNonNull(file, "file is null");
        return read(() -> Files.newInputStream(file), ignores);
    }

    /**
     * What the JSON from a source shows; see {@link #read(Path, Optional)}. The source is opened once, or twice if the plan's
     * sections come in an unusual order.
     */
    public static Observation read(Source source, Optional<IgnoreChanges> ignores) throws ProbeException {
        requireNonNull(source, "source is null");
        requireNonNull(ignores, "ignores is null");
        PlanDocument document = new PlanDocument();
        try {
            try (InputStream bytes = source.open();
                    JsonParser parser = parser(bytes)) {
                document.read(parser);
            }
            if (document.searchedTooEarly()) {
                try (InputStream bytes = source.open();
                        JsonParser parser = parser(bytes)) {
                    document.search(parser);
                }
            }
            return document.observation(ignores);
        } catch (IOException broken) {
            throw PlanDefect.reported(broken);
        }
    }

    /** Within the bounds that plans keep to. */
    static JsonParser parser(InputStream bytes) throws IOException {
        return JSON.createParser(bytes);
    }

    /** Where the bytes of a plan's JSON come from. */
    @FunctionalInterface
    public interface Source {

        /** The bytes from their beginning, in a stream that the caller closes. */
        InputStream open() throws IOException;
    }
}
