package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertItem;
import dev.drift.alert.AlertSender;
import dev.drift.alert.Change;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AlertSender} keeps. */
public abstract class AlertSenderContract {

    /** What reaches nobody, whatever a receiver makes of mentions, links and markup. */
    protected static final String HOSTILE = "<!channel> <@U123> @here *b* `c` [l](http://x) <at>all</at> & \"q\"";

    /** The sender, the same one for the whole test. */
    protected abstract AlertSender sender() throws Exception;

    /** What the receiver took so far, one text for each message. */
    protected abstract List<String> received() throws Exception;

    /** Lets the receiver refuse everything from now on, in a way that saying it again does not change. */
    protected abstract void refuse() throws Exception;

    /** What nobody may see in a name or a failure. */
    protected abstract String secret();

    @Test
    void namesItsReceiverInOneLine() throws Exception {
        assertThat(sender().destination()).isNotBlank().doesNotContain("\n").doesNotContain(secret());
        assertThat(sender().toString()).doesNotContain(secret());
    }

    @Test
    void sendsOneMessage() throws Exception {
        sender().send(alert(2, "aws_ecs_service.web update: desired_count"));

        assertThat(received())
                .singleElement()
                .satisfies(message -> assertThat(message).contains("desired_count", "/stacks/s0", "/stacks/s1"));
    }

    @Test
    void cutsWhatDoesNotFitAndSaysSo() throws Exception {
        sender().send(alert(2_000, "aws_ecs_service.web update: " + "desired_count, ".repeat(10)));

        assertThat(received())
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .containsPattern("and [0-9]+ more stacks")
                        .hasSizeLessThan(300_000));
    }

    @Test
    void saysInOneLineThatTheReceiverRefused() throws Exception {
        refuse();
        AlertSender sender = sender();

        AlertException refused = catchThrowableOfType(AlertException.class, () -> sender.send(alert(1, "x")));

        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isNotBlank().doesNotContain("\n").doesNotContain(secret());
    }

    /** A message of as many stacks. */
    protected static Alert alert(int stacks, String about) {
        return new Alert(
                "eu-oncall",
                Reports.run("run-1"),
                IntStream.range(0, stacks)
                        .mapToObj(number -> new AlertItem(
                                StackPath.of("/stacks/s" + number),
                                Cell.UNASSIGNED,
                                Change.NEW,
                                Verdict.DRIFTED,
                                Optional.of(Severity.HIGH),
                                about))
                        .toList(),
                stacks,
                Map.of(Cell.UNASSIGNED, stacks));
    }

    /** A message that says that everything is over. */
    protected static Alert over() {
        return new Alert(
                "eu-oncall",
                Reports.run("run-2"),
                List.of(new AlertItem(
                        StackPath.of("/stacks/s0"),
                        Cell.UNASSIGNED,
                        Change.RECOVERED,
                        Verdict.IN_SYNC,
                        Optional.empty(),
                        "")),
                0,
                Map.of());
    }
}
