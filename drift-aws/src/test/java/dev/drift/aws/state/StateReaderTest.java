package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.aws.state.StateException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateReaderTest {

    @Test
    void readsWhatAStateHoldsByType() throws Exception {
        ReadState state = read(SampleStates.state(7)).orElseThrow();

        assertThat(state.version()).isEqualTo(new StateVersion(SampleStates.LINEAGE, 7));
        assertThat(state.toolVersion()).isEqualTo("1.11.4");
        assertThat(state.content().managedTypes()).containsExactly("aws_sns_topic", "aws_sqs_queue");
        assertThat(state.content().dataTypes()).containsExactly("aws_caller_identity");
        assertThat(state.content().types()).hasSize(3);
        assertThat(state.envelope()).isEmpty();
    }

    @Test
    void countsManagedObjectsWithoutDeposedOnes() throws Exception {
        assertThat(read(SampleStates.state(7)).orElseThrow().content().objects())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void nothingIsNoState(String nothing) throws Exception {
        assertThat(read(nothing)).isEmpty();
    }

    @Test
    void anEmptyStateIsAState() throws Exception {
        assertThat(read("{\"version\": 4, \"serial\": 0, \"lineage\": \"\", \"resources\": null}"))
                .get()
                .extracting(state -> state.content().objects())
                .isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                [1, 2]                                                  | the state is no JSON object
                "{}"                                                    | the state is no JSON object
                <html>hunter2-in-clear</html>                           | the state is no JSON
                {"version": 4, "serial": 1, hunter2-in-clear}           | the state is no JSON
                {"version": 4, "serial": 1                              | the state ends early
                {"version": 4, "serial": 1, "lineage": "hunter2-in-cl   | the state ends early
                {"version": 4, "serial": 1} {}                          | the state goes on behind its end
                {"serial": 1}                                           | the state does not say its format version
                {"version": 3, "serial": 1, "modules": []}              | the state has format version 3, and only 4 is read
                {"version": 5, "serial": 1}                             | the state has format version 5, and only 4 is read
                {"version": "4"}                                        | the state has a version that is no number
                {"version": 4}                                          | the state has no serial
                {"version": 4, "serial": -1}                            | the state has a serial that is no number
                {"version": 4, "serial": 1e3}                           | the state has a serial that is no number
                {"version": 4, "serial": 99999999999999999999}          | the state has a serial that is no number
                {"version": 4, "serial": 1, "lineage": {}}              | the state has a lineage that is no text
                {"version": 4, "serial": 1, "lineage": "\\u0000"}       | the state has a lineage that makes no sense
                {"version": 4, "serial": 1, "resources": {}}            | the state holds something else than resources
                {"version": 4, "serial": 1, "resources": [[]]}          | the state holds something else than resources
                {"version": 4, "serial": 1, "resources": [{"mode": "managed", "instances": [1]}]} | the state holds something else than resources
                {"version": 4, "serial": 1, "resources": [{"mode": "managed"}]} | the state holds a resource without a type
                {"version": 4, "serial": 1, "resources": [{"type": "hunter2-in-clear", "mode": "x"}]} | the state holds a resource that is neither managed nor data
                {"version": 4, "serial": 1, "resources": [{"type": "a b", "mode": "managed"}]} | the state holds a resource without a type
                """)
    void saysInOneLineWhatIsWrongWithoutQuotingIt(String text, String reason) {
        StateException thrown = catchThrowableOfType(StateException.class, () -> read(text));

        assertThat(thrown).isNotNull();
        assertThat(thrown.kind()).isEqualTo(Kind.UNUSABLE);
        assertThat(thrown.reason()).isEqualTo(reason);
        assertThat(thrown).hasNoCause();
    }

    @Test
    void isNotDrownedByDepth() {
        String deep = "{\"version\": 4, \"serial\": 1, \"outputs\": " + "[".repeat(100_000);

        assertThat(catchThrowableOfType(StateException.class, () -> read(deep)).reason())
                .contains("nested deeper");
    }

    @Test
    void isNotDrownedByANumber() {
        String long_ = "{\"version\": 4, \"outputs\": " + "1".repeat(5_000_000) + ", \"serial\": 1}";

        assertThat(catchThrowableOfType(StateException.class, () -> read(long_)).reason())
                .contains("longer texts");
    }

    @Test
    void skipsValuesOfAnyLength() throws Exception {
        String value = "x".repeat(30_000_000);

        assertThat(read("{\"version\": 4, \"serial\": 1, \"outputs\": {\"big\": {\"value\": \"" + value + "\"}}}"))
                .isPresent();
    }

    @Test
    void noTruncationOrScrambledByteGetsThrough() {
        byte[] whole = SampleStates.state(7).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(4);
        for (int round = 0; round < 3000; round++) {
            byte[] harmed = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
            if (harmed.length > 0 && random.nextBoolean()) {
                harmed[random.nextInt(harmed.length)] = (byte) random.nextInt(256);
            }
            try {
                Optional<ReadState> read = StateReader.read(new ByteArrayInputStream(harmed), Visit.NONE);
                assertThat(read).as("what %d bytes hold", harmed.length).isEmpty();
            } catch (StateException told) {
                assertThat(told.reason()).startsWith("the state ").doesNotContain("\n", SampleStates.SECRET);
            } catch (IOException odd) {
                throw new AssertionError(odd);
            }
        }
    }

    @Test
    void aStreamThatBreaksIsNoBrokenState() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        assertThat(catchThrowableOfType(IOException.class, () -> StateReader.read(closed, Visit.NONE)))
                .hasMessage("Stream closed");
    }

    private static Optional<ReadState> read(String text) throws IOException, StateException {
        return StateReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Visit.NONE);
    }
}
