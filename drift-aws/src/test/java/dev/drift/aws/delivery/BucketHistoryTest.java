package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.history.HistoryException;
import dev.drift.history.LastCheck;
import dev.drift.history.ReportHistory;
import dev.drift.stack.StackPath;
import dev.drift.testing.ReportHistoryContract;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BucketHistoryTest extends ReportHistoryContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Cell CELL =
            new Cell(Optional.of(new Environment("prod")), Optional.of(new Region("eu-central-1")));

    private final List<String> said = new ArrayList<>();
    private FakeBucket bucket;

    @BeforeEach
    void open() throws IOException {
        bucket = new FakeBucket();
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    protected ReportHistory history() {
        return memory().history(CELL);
    }

    @Test
    void aThousandStacksOfACellAreOneObjectAndTwoRequests() {
        List<LastCheck> checks = checks(0, 1_000);

        history().remember(checks);

        assertThat(bucket.objects())
                .hasSize(1)
                .allSatisfy((key, content) -> assertThat(key)
                        .startsWith("eu/memory/history/prod_eu-central-1-")
                        .endsWith(".json"));
        assertThat(bucket.requests()).isEqualTo(2);
        assertThat(history().last(checks.stream().map(LastCheck::stack).toList()))
                .hasSize(1_000);
        assertThat(bucket.requests()).isEqualTo(3);
    }

    @Test
    void sharesThatEndTogetherLoseNothing() {
        IntStream.range(0, 6).parallel().forEach(share -> history().remember(checks(share * 10, 10)));

        assertThat(history().last(checks(0, 60).stream().map(LastCheck::stack).toList()))
                .hasSize(60);
    }

    @Test
    void anAnswerThatWasLostChangesNothing() {
        bucket.losingAnswers(2);

        history().remember(checks(0, 1));

        assertThat(history().last(StackPath.of("/stacks/0"))).isPresent();
    }

    @Test
    void keepsCellsApart() {
        history().remember(checks(0, 1));

        assertThat(memory().history(Cell.UNASSIGNED).last(StackPath.of("/stacks/0")))
                .isEmpty();
    }

    @Test
    void holdsNothingButPathsMomentsAndMarks() {
        history()
                .remember(List.of(new LastCheck(
                        StackPath.of("/stacks/web"),
                        NOON,
                        Optional.of(new Fingerprint("0123456789abcdef")),
                        Optional.of(NOON))));

        assertThat(new String(bucket.objects().values().iterator().next(), UTF_8))
                .isEqualTo("""
                        {"version":1,"stack":"/stacks/web","checked_at":"2026-11-23T12:00:00Z","fingerprint":"0123456789abcdef","drifted_since":"2026-11-23T12:00:00Z"}
                        """);
        assertThat(bucket.puts()).allSatisfy(put -> assertThat(put).doesNotContainKey("x-amz-server-side-encryption"));
    }

    @Test
    void saysWhatItCannotUnderstandAndBeginsThatAnew() {
        history().remember(checks(0, 2));
        bucket.objects()
                .replaceAll((key, content) -> ("no line of ours\n" + new String(content, UTF_8)).getBytes(UTF_8));

        assertThat(history().last(StackPath.of("/stacks/1"))).isPresent();
        assertThat(said).singleElement().asString().contains("1 lines cannot be understood");
    }

    @Test
    void aBucketOutOfReachIsSaidInOneLine() {
        ReportHistory history = history();
        bucket.close();

        assertThatThrownBy(() -> history.last(StackPath.of("/stacks/0")))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("The history cannot be read")
                .hasMessageNotContaining("\n");
        assertThat(memory().trouble())
                .hasValueSatisfying(reason -> assertThat(reason).contains("s3://trails/eu/memory"));
    }

    @Test
    void aBucketThatAnswersIsNoTrouble() {
        assertThat(memory().trouble()).isEmpty();
    }

    private BucketMemory memory() {
        return BucketMemory.at(BucketPlace.parse("s3://trails/eu/memory"), bucket.environment(), said::add);
    }

    private static List<LastCheck> checks(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number ->
                        new LastCheck(StackPath.of("/stacks/" + number), NOON, Optional.empty(), Optional.empty()))
                .toList();
    }
}
