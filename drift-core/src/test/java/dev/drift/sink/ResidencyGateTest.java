package dev.drift.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Residency;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResidencyGateTest {

    private static final Optional<Residency> EU = Optional.of(new Residency("eu"));
    private static final Optional<Residency> US = Optional.of(new Residency("us"));
    private static final ResidencyGate GATE = new ResidencyGate(
            Cell::of,
            cell -> cell.environment().equals(Optional.of(new Environment("prod"))) ? EU : Optional.empty(),
            Map.of());

    private final List<DriftReport> told = new ArrayList<>();

    @Test
    void aPlaceThatPromisesTheSameIsToldEverything() {
        assertThat(publish(EU)).containsExactly(new Delivery.Delivered("place"));
        assertThat(told.get(0).stacks()).hasSize(2);
    }

    @Test
    void aPlaceElsewhereIsToldTheRestAndWhatWasWithheldIsSaid() {
        for (Optional<Residency> place : List.of(US, Optional.<Residency>empty())) {
            told.clear();
            String promised = place.map(Residency::name).orElse("nothing");

            assertThat(publish(place))
                    .containsExactly(
                            new Delivery.Delivered("place"),
                            new Delivery.Undelivered(
                                    "place",
                                    "withheld, because bound is prod/eu-central-1 to eu, and this place to " + promised,
                                    List.of(Cell.of(tagged("/prod", "environment/prod", "region/eu-central-1")
                                            .stack()))));
            assertThat(told.get(0).stacks())
                    .extracting(stack -> stack.stack().path().value())
                    .containsExactly("/dev");
            assertThat(told.get(0).summary().selected()).isEqualTo(1);
        }
    }

    @Test
    void aPlaceThatMayKnowNothingIsToldNothing() {
        DriftReport prod = report().only(stack -> stack.path().value().equals("/prod"));

        assertThat(new ReportPublisher(List.of(new Place(US, told)), GATE).publish(prod))
                .singleElement()
                .isInstanceOf(Delivery.Undelivered.class);
        assertThat(told).isEmpty();
    }

    @Test
    void somebodyMayPromiseForAPlaceThatCannotSayItself() {
        ResidencyGate promising = new ResidencyGate(GATE.cells(), GATE.bound(), Map.of("pla", EU.orElseThrow()));

        assertThat(new ReportPublisher(List.of(new Place(Optional.empty(), told)), promising).publish(report()))
                .containsExactly(new Delivery.Delivered("place"));
        assertThat(promising.promised("place", US)).isEqualTo(US);
    }

    @Test
    void whatStaysOnTheMachineIsTheAnswerToWhoeverAsked() {
        MemorySink memory = new MemorySink();

        assertThat(new ReportPublisher(List.of(memory), GATE).publish(report()))
                .containsExactly(new Delivery.Delivered("memory"));
        assertThat(memory.reports().get(0).stacks()).hasSize(2);
    }

    private List<Delivery> publish(Optional<Residency> place) {
        return new ReportPublisher(List.of(new Place(place, told)), GATE).publish(report());
    }

    private static DriftReport report() {
        return Reports.of(
                "run", tagged("/prod", "environment/prod", "region/eu-central-1"), tagged("/dev", "environment/dev"));
    }

    private static StackReport tagged(String path, String... tags) {
        return new StackReport(Reports.check(Stacks.stack(path, tags), Outcomes.scaledTo(3)), Optional.empty());
    }

    private record Place(Optional<Residency> residency, List<DriftReport> told) implements ReportSink {

        @Override
        public String destination() {
            return "place";
        }

        @Override
        public void deliver(DriftReport report) {
            told.add(report);
        }
    }
}
