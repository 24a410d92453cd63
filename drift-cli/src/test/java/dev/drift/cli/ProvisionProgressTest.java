package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.provision.PlanNotShownException;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionSink;
import dev.drift.testing.ProvisionSinkContract;
import dev.drift.testing.Stacks;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvisionProgressTest extends ProvisionSinkContract {

    @Override
    protected ProvisionSink sink() {
        return to(OutputStream.nullOutputStream());
    }

    @Test
    void aPlanThatCannotBeWrittenIsNotShown() {
        ProvisionSink sink = to(new BufferedOutputStream(new Closed()));

        assertThatCode(() -> sink.on(new ProvisionEvent.Started(Stacks.stack("/a"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> sink.on(new ProvisionEvent.Planned(Stacks.stack("/a"), PlannedChanges.NONE)))
                .isInstanceOf(PlanNotShownException.class)
                .hasMessage("standard error cannot be written");
    }

    @Test
    void aPlanWhoseShowingBreaksIsNotShown() {
        ProvisionSink sink = to(new Broken());

        assertThatThrownBy(() -> sink.on(new ProvisionEvent.Planned(Stacks.stack("/a"), PlannedChanges.NONE)))
                .isInstanceOf(PlanNotShownException.class)
                .hasMessage("showing it broke: java.lang.StackOverflowError");
    }

    private static ProvisionSink to(OutputStream stream) {
        PrintStream err = new PrintStream(stream);
        Surroundings surroundings =
                new Surroundings(new ByteArrayInputStream(new byte[0]), err, err, Map.of(), Path.of(""), Terminal.NONE);
        return new ProvisionProgress(surroundings, true);
    }

    /** Fails in a way of its own, and says something that nobody is to read. */
    private static final class Broken extends OutputStream {
        @Override
        public void write(int character) {
            throw new StackOverflowError("hunter2");
        }
    }

    /** Nobody reads it any more. */
    private static final class Closed extends OutputStream {
        @Override
        public void write(int character) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
