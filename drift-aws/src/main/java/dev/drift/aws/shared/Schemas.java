package dev.drift.aws.shared;

import dev.drift.aws.wire.ProviderMethod;
import dev.drift.aws.wire.ProviderSchema;
import dev.drift.aws.wire.SchemaFacts;
import dev.drift.aws.wire.WireException;
import dev.drift.file.PrivateFiles;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The schemas of providers. Each is asked for once per version, and then kept on disk together with what it says to a rule
 * book.
 */
final class Schemas {

    static final String FOLDER = "schemas";

    private static final String FACTS = ".facts";

    private final Path folder;
    private final Map<String, KnownSchema> known = new ConcurrentHashMap<>();
    private final OncePerKey<String, KnownSchema> learning = new OncePerKey<>();

    Schemas(Path folder) {
        this.folder = folder;
    }

    KnownSchema of(Fleet fleet) throws Unanswered {
        String name = fleet.origin().toString().replaceAll("[^A-Za-z0-9.-]", "_");
        KnownSchema remembered = known.get(name);
        return remembered != null ? remembered : learning.take(name, () -> learned(name, fleet));
    }

    private KnownSchema learned(String name, Fleet fleet) throws Unanswered {
        Optional<KnownSchema> kept = kept(name);
        KnownSchema schema = kept.isPresent() ? kept.get() : asked(fleet);
        if (kept.isEmpty()) {
            keep(name, schema);
        }
        known.put(name, schema);
        return schema;
    }

    private Optional<KnownSchema> kept(String name) {
        try {
            return KnownSchema.read(Files.readAllBytes(folder.resolve(name)));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** What cannot be kept is asked for again by the next run. */
    private void keep(String name, KnownSchema schema) {
        try {
            PrivateFiles.write(folder.resolve(name), schema.toBytes());
            PrivateFiles.write(
                    folder.resolve(name + FACTS), facts(schema.schema()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            // It is known as long as this process lives.
        }
    }

    private static KnownSchema asked(Fleet fleet) throws Unanswered {
        int protocol = fleet.protocol();
        try {
            byte[] answer = fleet.answer(new ProviderCall(ProviderMethod.SCHEMA.in(protocol), new byte[0]));
            return new KnownSchema(protocol, ProviderSchema.of(answer), identities(fleet, protocol));
        } catch (WireException broken) {
            throw Unanswered.unavailable(String.valueOf(broken.getMessage()));
        }
    }

    private static Optional<byte[]> identities(Fleet fleet, int protocol) throws Unanswered {
        try {
            return Optional.of(
                    fleet.answer(new ProviderCall(ProviderMethod.IDENTITY_SCHEMAS.in(protocol), new byte[0])));
        } catch (Unanswered failed) {
            if (failed.status().getCode() == Status.Code.UNIMPLEMENTED) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /** A type a line, as the rule book of this module is written. */
    private static String facts(ProviderSchema schema) {
        return schema.resourceTypes().stream()
                .map(type ->
                        (type + " " + schema.resource(type).map(SchemaFacts::of).orElse("")).strip())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
