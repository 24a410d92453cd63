package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.preview.CodeCheck;
import dev.drift.preview.Formatting;
import dev.drift.preview.Validation;
import dev.drift.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link CodeCheck} keeps. */
public abstract class CodeCheckContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    /** The check, the same one for the whole test. */
    protected abstract CodeCheck check();

    /** A stack whose code is formatted and valid. */
    protected abstract Stack fine();

    /** A stack with exactly one file that is not formatted, whose name ends as {@link #unformattedFile()} says. */
    protected abstract Stack unformatted();

    /** The file of {@link #unformatted()} that is not formatted, from the root of its repository. */
    protected abstract String unformattedFile();

    /** A stack whose code is not valid, for a reason that has a place. */
    protected abstract Stack invalid();

    /** A stack whose check lasts longer than five minutes and prints a line when it has begun. */
    protected abstract Stack lasting();

    @Test
    void findsNothingWrongWithFineCode() throws ProbeException {
        assertThat(check().format(request(fine()))).isEqualTo(new Formatting.Formatted());
        assertThat(check().validate(request(fine()))).isInstanceOf(Validation.Valid.class);
    }

    @Test
    void namesTheFilesThatAreNotFormattedAndRewritesNone() throws ProbeException {
        Map<String, String> before = files(unformatted());

        Formatting found = check().format(request(unformatted()));

        assertThat(found)
                .isInstanceOfSatisfying(
                        Formatting.Unformatted.class,
                        unformatted -> assertThat(unformatted.files()).containsExactly(unformattedFile()));
        assertThat(files(unformatted())).isEqualTo(before);
    }

    @Test
    void saysWhatIsNotValidAndWhereAndWritesNothing() throws ProbeException {
        Map<String, String> before = files(invalid());

        Validation found = check().validate(request(invalid()));

        assertThat(found).isInstanceOf(Validation.Invalid.class);
        assertThat(found.diagnostics()).anySatisfy(said -> {
            assertThat(said.error()).isTrue();
            assertThat(said.summary()).isNotBlank().doesNotContain("\n");
            assertThat(said.place().map(Validation.Place::file)).isPresent();
        });
        assertThat(files(invalid())).isEqualTo(before);
    }

    @Test
    void stopsByItselfWhenItsTimeIsOver() {
        ProbeException thrown = catchThrowableOfType(
                ProbeException.class,
                () -> check().validate(new ProbeRequest(
                        lasting(), EnvironmentLease.of(Map.of()), Duration.ofSeconds(1), line -> {})));

        assertThat(thrown).isNotNull();
        assertThat(thrown.phase()).isEqualTo(ProbePhase.TIMEOUT);
    }

    @Test
    void endsWhenItIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Optional<ProbePhase>> check = new FutureTask<>(() ->
                phase(new ProbeRequest(lasting(), EnvironmentLease.of(Map.of()), LONG, line -> begun.countDown())));
        Thread thread = new Thread(check, "interrupted check");
        thread.setDaemon(true);
        thread.start();
        assertThat(begun.await(1, TimeUnit.MINUTES)).as("the check has begun").isTrue();

        thread.interrupt();

        assertThat(check.get(30, TimeUnit.SECONDS)).contains(ProbePhase.CANCELLED);
    }

    /** A check of the stack with nothing leased and time enough. */
    protected static ProbeRequest request(Stack stack) {
        return new ProbeRequest(stack, EnvironmentLease.of(Map.of()), LONG, line -> {});
    }

    private Optional<ProbePhase> phase(ProbeRequest request) {
        try {
            check().validate(request);
            return Optional.empty();
        } catch (ProbeException stopped) {
            return Optional.of(stopped.phase());
        }
    }

    /** Every file of a stack by its path, with its text; nothing where the stack has no directory. */
    private static Map<String, String> files(Stack stack) {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(stack.directory())) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(stack.directory())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.put(file.toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
