package dev.drift.aws.state;

import dev.drift.code.CodeDigest;
import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** States, and stacks that have them, for tests. */
final class SampleStates {

    static final String LINEAGE = "b0fc2db0-2fdb-741a-a99d-beadf0d17475";
    static final String SECRET = "hunter2-in-clear";

    private SampleStates() {}

    /** A state with two instances of a queue, a deposed topic beside its current one, and a data source. */
    static String state(long serial) {
        return """
                {
                  "version": 4, "terraform_version": "1.11.4", "serial": %d, "lineage": "%s",
                  "outputs": {"password": {"value": "%s", "type": "string", "sensitive": true}},
                  "resources": [
                    {"mode": "managed", "type": "aws_sqs_queue", "name": "q", "instances": [
                      {"index_key": 0, "schema_version": 0, "attributes": {"id": "%s", "resources": [{"type": "no_type"}]}},
                      {"index_key": 1, "schema_version": 0, "attributes": {"deposed": "x"}, "private": "bnVsbA=="}]},
                    {"instances": [{"deposed": "a1b2c3d4", "attributes": {}}, {"attributes": {}}],
                      "name": "t", "type": "aws_sns_topic", "mode": "managed", "module": "module.m"},
                    {"mode": "data", "type": "aws_caller_identity", "name": "me", "instances": [{"attributes": {}}]}
                  ],
                  "check_results": null
                }
                """.formatted(serial, LINEAGE, SECRET, SECRET);
    }

    /** A file beside this class. */
    static String resource(String name) {
        try (InputStream stream = SampleStates.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The default workspace of a backend. */
    static StateLocation.Backend backend(String type, Map<String, String> settings) {
        return new StateLocation.Backend(type, settings, "default");
    }

    /** Code that has its state there. */
    static StackCode code(IacTool tool, StateLocation location) {
        return new StackCode(tool, location, List.of(), Set.of(), IgnoreChanges.NONE, CodeDigest.of("digest"));
    }

    /** A stack in a directory. */
    static Stack stack(Path directory) {
        Stack named = Stacks.stack("/" + directory.getFileName());
        return new Stack(named.path(), named.id(), named.name(), "", List.of(), directory.toAbsolutePath());
    }
}
