package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.alert.AlertException;
import dev.drift.alert.AlertMemory;
import dev.drift.alert.ForgottenException;
import dev.drift.alert.LastAlert;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.testing.AlertMemoryContract;
import dev.drift.testing.Reports;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BucketAlertsTest extends AlertMemoryContract {

    private static final Map<StackPath, LastAlert> KNOWN = Map.of(
            StackPath.of("/a"),
            new LastAlert(Optional.empty(), Verdict.UNKNOWN, Optional.empty(), Optional.empty(), Reports.FINISHED));

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
    protected AlertMemory memory() {
        return BucketMemory.at(BucketPlace.parse("s3://trails/eu"), bucket.environment(), line -> {})
                .alerts();
    }

    @Test
    void anAnswerThatWasLostTellsNothingTwiceAndLosesNothing() throws Exception {
        bucket.losingAnswers(1);
        int[] told = {0};

        memory().renew("eu", before -> {
            told[0]++;
            bucket.losingAnswers(1);
            return KNOWN;
        });

        assertThat(told[0]).isEqualTo(1);
        assertThat(memory().recall("eu")).isEqualTo(KNOWN);
    }

    @Test
    void whoeverCannotHaveTheRouteInTimeIsToldWhy() throws Exception {
        AlertMemory hasty = hasty();

        memory().renew("eu", before -> {
            assertThatThrownBy(() -> hasty.renew("eu", known -> KNOWN))
                    .isInstanceOf(AlertException.class)
                    .isNotInstanceOf(ForgottenException.class)
                    .hasMessageContaining("others are telling the route eu");
            return before;
        });
    }

    @Test
    void aTurnOfSomebodyWhoIsGoneIsTakenOver() throws Exception {
        memory().renew("eu", before -> KNOWN);
        bucket.objects()
                .replaceAll((key, content) -> new String(content, UTF_8)
                        .replace("{\"version\":1,", "{\"version\":1,\"turn\":\"somebody\",")
                        .getBytes(UTF_8));
        assertThatThrownBy(() -> hasty().renew("eu", before -> before)).hasMessageContaining("others are telling");

        bucket.ageing(Duration.ofMinutes(4));
        memory().renew("eu", before -> {
            assertThat(before).isEqualTo(KNOWN);
            return Map.of();
        });

        assertThat(memory().recall("eu")).isEmpty();
    }

    @Test
    void whoeverLostTheTurnMeanwhileSaysThatItIsNotRemembered() {
        assertThatThrownBy(() -> memory().renew("eu", before -> {
                    bucket.objects().replaceAll((key, content) -> "{\"version\":1,\"told\":{}}".getBytes(UTF_8));
                    return KNOWN;
                }))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("not remembered");
    }

    @Test
    void whatCannotBeReadIsForgottenBeforeAnybodyIsTold() throws Exception {
        memory().renew("eu", before -> KNOWN);
        bucket.objects().replaceAll((key, content) -> "{}".getBytes(UTF_8));

        assertThatThrownBy(() -> memory().renew("eu", before -> {
                    throw new AssertionError("told");
                }))
                .isInstanceOf(ForgottenException.class)
                .hasMessageContaining("everything is told once more");
    }

    @Test
    void aBucketOutOfReachIsForgottenAsWell() {
        AlertMemory memory = memory();
        bucket.close();

        assertThatThrownBy(() -> memory.renew("eu", before -> before))
                .isInstanceOf(ForgottenException.class)
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> memory.recall("eu")).isInstanceOf(ForgottenException.class);
    }

    private AlertMemory hasty() {
        return new BucketAlerts(
                BucketMemory.at(BucketPlace.parse("s3://trails/eu"), bucket.environment(), line -> {}),
                Duration.ofMillis(1));
    }
}
