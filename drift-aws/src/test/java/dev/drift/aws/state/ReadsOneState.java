package dev.drift.aws.state;

import java.nio.file.Path;
import java.util.Map;

/** A program that reads the state in a file and prints what it holds; run with little memory. */
final class ReadsOneState {

    private ReadsOneState() {}

    public static void main(String[] arguments) throws StateException {
        try (StateStore store = StateStore.standard()) {
            StateFacts facts = store.facts(
                            SampleStates.backend("local", Map.of("path", arguments[0])), Path.of(""), Map.of())
                    .orElseThrow();
            System.out.println(facts.version().serial() + " " + facts.content());
        }
    }
}
