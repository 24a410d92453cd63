package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.audit.AuditFolder;
import dev.drift.audit.AuditTrail;
import dev.drift.audit.RunJournal;
import dev.drift.catalog.CatalogException;
import dev.drift.catalog.StackCatalog;
import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Cell;
import dev.drift.estate.CellFilter;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import dev.drift.provision.ProvisionRun;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the trails of two jurisdictions, and one that keeps everything, hear of each other's stacks. */
@Timeout(60)
class JurisdictionsTest {

    private static final Environment EU = new Environment("prod-eu");
    private static final Environment US = new Environment("prod-us");

    @TempDir
    private Path root;

    private final Stack european = Stacks.stack("/eu/web", "environment/prod-eu");
    private final Stack american = Stacks.stack("/us/web", "environment/prod-us");
    private final StackCatalog catalog = InMemoryCatalog.of(european, american);

    @Test
    void thatNothingWasSelectedIsKeptWhereItWasAskedFor() throws Exception {
        refused(() -> detection(Selector.parse("Environment:prod-us,web")).execute(workload -> {}));
        assertThat(kept("us")).containsExactly("nothing_selected");
        assertThat(kept("all")).containsExactly("nothing_selected");

        refused(() -> provisioning(Selector.parse("Environment:prod-us,web")).execute());
        assertThat(kept("us")).containsExactly("nothing_selected", "nothing_selected");

        refused(() -> detection(
                        new CellFilter(EstateDefinition.UNDEFINED, List.of(US), List.of()).both(Selector.parse("web")))
                .execute(workload -> {}));
        refused(() -> detection(Selector.parse("Environment:dev")).execute(workload -> {}));
        assertThat(kept("us")).hasSize(3);
        assertThat(kept("all")).hasSize(4);
        assertThat(kept("eu")).isEmpty();

        refused(() -> detection(Selector.parse("web")).execute(workload -> {}));
        assertThat(kept("eu")).as("who names no environment asks all").containsExactly("nothing_selected");
    }

    @Test
    void whyARunBrokeIsKeptOnlyWhereAllItMayNameIs() throws Exception {
        AuditedRun broken = detection(Selector.parse("Environment:prod-us"));

        assertThatThrownBy(() -> broken.execute(workload -> {
                    throw new IllegalStateException("/eu/web is in the way of /us/web");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(kept("eu")).isEmpty();
        assertThat(kept("us")).containsExactly("run_failed");
        assertThat(text("us"))
                .contains("IllegalStateException: not told here, because it may name stacks that are kept elsewhere")
                .doesNotContain("/eu/web");
        assertThat(text("all")).contains("IllegalStateException: /eu/web is in the way of /us/web");
    }

    @Test
    void thatStacksCannotBeListedConcernsAllAndNamesNone() throws Exception {
        DriftRun run = Drift.over(InMemoryCatalog.unreadable("/eu/web/stack.tm.hcl: no"))
                .probing(new ScriptedProbe())
                .build();

        assertThatThrownBy(() -> new AuditedRun(run, journals()).execute(workload -> {}))
                .isInstanceOf(CatalogException.class);

        assertThat(kept("eu")).containsExactly("run_failed");
        assertThat(text("us")).contains("CatalogException: not told here").doesNotContain("/eu/web");
        assertThat(text("all")).contains("CatalogException: /eu/web/stack.tm.hcl: no");
    }

    @Test
    void aRefusedProvisioningIsKeptWhereItsStacksAre() throws Exception {
        ProvisionRun.Builder uncommitted =
                builder(Selector.parse("Environment:prod-eu")).refusing(InMemoryChanges.of(european));

        refused(() -> uncommitted.build().execute());

        assertThat(kept("us")).isEmpty();
        assertThat(kept("eu")).containsExactly("run_failed");
        assertThat(text("all")).contains("/eu/web: Its code is not committed");
    }

    @Test
    void whatIsBoundIsKeptOnlyByATrailThatPromisesIt() throws Exception {
        RunJournal bound = RunJournal.of(AuditFolder.at(root.resolve("us")).boundTo(Optional.of(new Residency("us"))));
        RunJournal here = RunJournal.of(AuditFolder.at(root.resolve("all")));

        RunResult result = new AuditedRun(
                        Drift.over(catalog)
                                .probing(new ScriptedProbe())
                                .dividedBy(estate())
                                .build(),
                        List.of(bound, here))
                .execute(workload -> {});

        assertThat(kept("us")).containsExactly("run_started", "in_sync", "run_finished");
        assertThat(text("us")).contains("/us/web").doesNotContain("/eu/web");
        assertThat(text("all")).contains("/us/web", "/eu/web");
        assertThat(result.deliveries())
                .containsExactlyInAnyOrder(
                        new Delivery.Undelivered(
                                bound.trail().destination(),
                                "withheld, because bound is prod-eu/global to eu, and this place to us",
                                List.of(Cell.of(european))),
                        new Delivery.Delivered(here.trail().destination()));
    }

    @Test
    void whatWasNotDeliveredNamesNobodyWhoIsKeptElsewhere() throws Exception {
        ReportSink anywhere = new Place("anywhere", Optional.empty(), false);
        ReportSink broken = new Place("chat, about /eu/web", Optional.of(new Residency("us")), true);

        new AuditedRun(
                        Drift.over(catalog)
                                .probing(new ScriptedProbe())
                                .dividedBy(estate())
                                .deliveringTo(anywhere)
                                .deliveringTo(broken)
                                .build(),
                        journals())
                .execute(workload -> {});

        assertThat(text("us"))
                .contains("withheld, because some of it is bound elsewhere", "not told here, because it may name")
                .doesNotContain("prod-eu", "/eu/web");
        assertThat(text("eu")).doesNotContain("prod-us", "/us/web");
        assertThat(text("all")).contains("withheld, because bound is prod-eu/global to eu, prod-us/global to us");
    }

    @Test
    void whatIsBoundIsProvisionedUnkeptByATrailElsewhere() throws Exception {
        RunJournal bound = RunJournal.of(AuditFolder.at(root.resolve("us")).boundTo(Optional.of(new Residency("us"))));

        List<Delivery> deliveries = ProvisionRun.over(InMemoryCatalog.of(european))
                .applying(new ScriptedApplier())
                .dividedBy(estate())
                .keptIn(bound)
                .build()
                .execute()
                .deliveries();

        assertThat(kept("us")).isEmpty();
        assertThat(deliveries).singleElement().isInstanceOf(Delivery.Undelivered.class);
    }

    /** Somewhere outside. */
    private record Place(String destination, Optional<Residency> residency, boolean broken) implements ReportSink {
        @Override
        public void deliver(DriftReport report) throws SinkException {
            if (broken) {
                throw new SinkException("/eu/web is no channel");
            }
        }
    }

    private AuditedRun detection(StackFilter filter) {
        DriftRun run = Drift.over(catalog)
                .probing(new ScriptedProbe())
                .selecting(filter)
                .build();
        return new AuditedRun(run, journals());
    }

    private ProvisionRun provisioning(StackFilter filter) {
        return builder(filter).build();
    }

    private ProvisionRun.Builder builder(StackFilter filter) {
        ProvisionRun.Builder run =
                ProvisionRun.over(catalog).applying(new ScriptedApplier()).selecting(filter);
        journals().forEach(run::keptIn);
        return run;
    }

    private List<RunJournal> journals() {
        return List.of(
                RunJournal.of(AuditFolder.at(root.resolve("all"))),
                of(EU, AuditFolder.at(root.resolve("eu"))),
                of(US, AuditFolder.at(root.resolve("us"))));
    }

    private static RunJournal of(Environment environment, AuditTrail trail) {
        return new RunJournal(
                trail,
                Cell::of,
                cell -> cell.environment().filter(environment::equals).isPresent(),
                Clock.systemUTC());
    }

    /** Each stays where it is. */
    private static EstateDefinition estate() {
        return new EstateDefinition(
                List.of(bound(EU, "eu"), bound(US, "us")), EstateDefinition.USUAL_ON_DEMAND, List.of());
    }

    private static EnvironmentDefinition bound(Environment environment, String residency) {
        EnvironmentDefinition usual = EnvironmentDefinition.usual(environment);
        Duties duties = new Duties(Optional.of(new Residency(residency)), List.of(), Optional.empty());
        return new EnvironmentDefinition(
                usual.environment(), usual.select(), usual.regions(), usual.rhythm(), usual.means(), duties);
    }

    private static void refused(Runnable run) {
        assertThatThrownBy(run::run).isInstanceOf(InvalidConfigException.class);
    }

    private List<String> kept(String trail) throws Exception {
        return Stream.of(text(trail).split("\"event\":\\{\"kind\":\""))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();
    }

    private String text(String trail) throws IOException {
        Path segment = root.resolve(trail).resolve("0000000000000001.jsonl");
        return Files.exists(segment) ? Files.readString(segment) : "";
    }
}
