package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import org.junit.jupiter.api.Test;

/** What every {@link StackFilter} keeps. */
public abstract class StackFilterContract {

    /** A filter that picks the one stack and not the other. */
    protected abstract StackFilter filter();

    /** A stack that the filter picks. */
    protected abstract Stack picked();

    /** A stack that the filter does not pick. */
    protected abstract Stack other();

    @Test
    void picksSomeStacksAndPrintsWhich() {
        assertThat(filter().picks(picked())).isTrue();
        assertThat(filter().picks(other())).isFalse();
        assertThat(filter().isEverything()).isFalse();
        assertThat(filter().toString()).isNotBlank();
    }

    @Test
    void joinsWithAnother() {
        assertThat(filter().both(Selector.EVERYTHING)).isEqualTo(filter());
        assertThat(filter().both(filter()).picks(picked())).isTrue();
        assertThat(filter().both(filter()).picks(other())).isFalse();
    }

    @Test
    void wantsTagsThatThePickedStackCarries() {
        assertThat(picked().tags().stream().map(Object::toString)).containsAll(filter().wantedTags());
    }
}
