package dev.drift.testing;

import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.StackCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Knows the facts that its test gives it, by directory. */
public final class InMemoryCode implements CodeReader {

    private final Map<Path, StackCode> facts;

    /** A reader of these facts. */
    public InMemoryCode(Map<Path, StackCode> facts) {
        this.facts = Map.copyOf(facts);
    }

    @Override
    public StackCode read(Path directory) {
        return Optional.ofNullable(facts.get(directory))
                .orElseThrow(() -> new CodeException(directory + ": There is no code here"));
    }
}
