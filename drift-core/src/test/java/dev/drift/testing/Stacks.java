package dev.drift.testing;

import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stacks for tests. */
public final class Stacks {

    private Stacks() {}

    /** A stack at the path, named after its last segment, with the tags as Terramate writes them. */
    public static Stack stack(String path, String... tags) {
        return new Stack(
                StackPath.of(path),
                Optional.empty(),
                StackPath.of(path).baseName(),
                "",
                Arrays.stream(tags).map(Tag::of).toList(),
                directory(path));
    }

    /** The same stack with an identity. */
    public static Stack identified(Stack stack, String id) {
        return new Stack(
                stack.path(),
                Optional.of(StackId.of(id)),
                stack.name(),
                stack.description(),
                stack.tags(),
                stack.directory());
    }

    /** As many stacks, by path: {@code /stacks/s000}, {@code /stacks/s001} and so on. */
    public static List<Stack> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> stack(String.format("/stacks/s%03d", number)))
                .toList();
    }

    private static Path directory(String path) {
        return Path.of(path).toAbsolutePath();
    }
}
