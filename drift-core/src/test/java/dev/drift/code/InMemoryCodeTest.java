package dev.drift.code;

import dev.drift.testing.CodeReaderContract;
import dev.drift.testing.InMemoryCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

class InMemoryCodeTest extends CodeReaderContract {

    private final CodeReader reader = new InMemoryCode(
            Map.of(directory(), code("aws_ecs_service"), copy(), code("aws_ecs_service"), other(), code("aws_vpc")));

    @Override
    protected CodeReader reader() {
        return reader;
    }

    @Override
    protected Path directory() {
        return Path.of("/stacks/web");
    }

    @Override
    protected Path copy() {
        return Path.of("/copy/web");
    }

    @Override
    protected Path other() {
        return Path.of("/stacks/network");
    }

    @Override
    protected Path broken() {
        return Path.of("/stacks/none");
    }

    private static StackCode code(String type) {
        return new StackCode(
                IacTool.TERRAFORM,
                new StateLocation.Backend("local", Map.of(), "default"),
                List.of(),
                Set.of(type),
                IgnoreChanges.NONE,
                CodeDigest.of(String.format("%064x", type.hashCode() & 0xffffffffL)));
    }
}
