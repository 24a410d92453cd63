package dev.drift.github.sink;

import dev.drift.github.wire.GitHubException;
import dev.drift.value.Value;
import java.util.Optional;

/** Makes something that must not be there twice. */
final class Making {

    private Making() {}

    /** Makes it. */
    @FunctionalInterface
    interface Step {
        Value make() throws GitHubException;
    }

    /** Finds it. */
    @FunctionalInterface
    interface Looking {
        Optional<Value> find() throws GitHubException;
    }

    /** Makes it; where nobody said whether it was made, looks, and makes it once more only if it is not there. */
    static Value once(Step step, Looking looking) throws GitHubException {
        try {
            return step.make();
        } catch (GitHubException failed) {
            if (!failed.isPerhapsDone()) {
                throw failed;
            }
            Optional<Value> there = looking.find();
            return there.isPresent() ? there.get() : step.make();
        }
    }
}
