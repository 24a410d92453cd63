package dev.drift.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertItem;
import dev.drift.alert.AlertSender;
import dev.drift.alert.Change;
import dev.drift.config.Secret;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.testing.Reports;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagerDutySenderTest extends HttpSenderContract {

    @Override
    protected AlertSender sender() {
        return new PagerDutySender(receiver.url(), Secret.of("R0UT1NGKEY"), Optional.empty());
    }

    @Override
    protected boolean isRepeatable() {
        return true;
    }

    @Test
    void whatIsOpenedIsClosedByTheSameKey() throws Exception {
        sender().send(alert(1, "x"));
        sender().send(over());

        Value opened = Json.read(receiver.taken().get(0));
        Value closed = Json.read(receiver.taken().get(1));
        assertThat(opened.field("event_action")).isEqualTo(Value.of("trigger"));
        assertThat(opened.field("routing_key")).isEqualTo(Value.of("R0UT1NGKEY"));
        assertThat(opened.field("dedup_key")).isEqualTo(Value.of("drift/acme/infra/eu-oncall/unassigned"));
        assertThat(opened.field("payload").field("severity")).isEqualTo(Value.of("error"));
        assertThat(closed.field("event_action")).isEqualTo(Value.of("resolve"));
        assertThat(closed.field("dedup_key")).isEqualTo(opened.field("dedup_key"));
    }

    @Test
    void theEndInOneCellLeavesTheIncidentOfAnotherOpen() throws Exception {
        Cell central = cell("eu-central-1");
        Cell west = cell("eu-west-1");
        sender().send(new Alert(
                "eu-oncall",
                Reports.run("run-1"),
                List.of(item("/central", central, Change.NEW), item("/west", west, Change.RECOVERED)),
                1,
                Map.of(central, 1)));

        assertThat(receiver.taken())
                .map(Json::read)
                .extracting(event -> event.field("event_action").text().orElse("") + " "
                        + event.field("dedup_key").text().orElse(""))
                .containsExactly(
                        "trigger drift/acme/infra/eu-oncall/prod.eu-central-1",
                        "resolve drift/acme/infra/eu-oncall/prod.eu-west-1");
        assertThat(receiver.taken().get(0)).contains("/central").doesNotContain("/west");
    }

    private static Cell cell(String region) {
        return new Cell(Optional.of(new Environment("prod")), Optional.of(new Region(region)));
    }

    private static AlertItem item(String path, Cell cell, Change change) {
        return new AlertItem(StackPath.of(path), cell, change, Verdict.DRIFTED, Optional.of(Severity.HIGH), "x");
    }
}
