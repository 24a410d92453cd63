package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.catalog.StackOrder;
import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionSink;
import dev.drift.provision.StackProvision;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.testing.ProvisionSinkContract;
import dev.drift.testing.Provisions;
import dev.drift.testing.Stacks;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeploymentsTest extends ProvisionSinkContract {

    private static final Stack SERVICE = Stacks.stack("/prod/service", "environment/prod");
    private static final Stack QUEUE = Stacks.stack("/prod/queue", "environment/prod");
    private static final Stack TOY = Stacks.stack("/dev/toy", "environment/dev");
    private static final PlannedChanges PLAN = new PlannedChanges(List.of(Provisions.scaling(1, 3)), 0, List.of());
    private static final ProvisionOutcome APPLIED = new ProvisionOutcome.Applied(PLAN, List.of());

    private final FakeGitHub github = FakeGitHub.start();
    private final Deployments sink = Deployments.of(Peer.repository(github), Peer.COMMIT, Peer.FOOTER);

    @AfterEach
    void stop() {
        github.close();
    }

    @Override
    protected ProvisionSink sink() {
        return sink;
    }

    @Test
    void areOneForEachEnvironmentInWhichSomethingIsDone() {
        List<Delivery> deliveries = run(
                Provisions.of(SERVICE, APPLIED),
                Provisions.of(QUEUE, ProvisionOutcome.Failed.planning("no")),
                Provisions.of(TOY, APPLIED));

        assertThat(deliveries)
                .containsExactly(
                        new Delivery.Delivered("GitHub deployment to prod"),
                        new Delivery.Delivered("GitHub deployment to dev"));
        assertThat(github.deployments())
                .extracting(each -> each.get("environment"))
                .containsExactlyInAnyOrder(Value.of("dev"), Value.of("prod"));
        assertThat(github.deployments())
                .allSatisfy(each -> assertThat(each).containsEntry("ref", Value.of(Peer.COMMIT)));
        assertThat(statuses("prod")).containsExactly("failure 1 applied, 1 failed", "in_progress Applying");
        assertThat(statuses("dev")).containsExactly("success 1 applied", "in_progress Applying");
        assertThat(github.deploymentStatuses())
                .allSatisfy(each -> assertThat(each.get("log_url").text()).isEqualTo(Peer.FOOTER.run()));
    }

    @Test
    void areNotBegunWhereNothingIsApplied() {
        assertThat(run(Provisions.of(SERVICE, new ProvisionOutcome.Unchanged())))
                .isEmpty();
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void areBegunOnceAlthoughTheAnswerWasLost() {
        github.losing("POST /repos/acme/infra/deployments");

        assertThat(run(Provisions.of(SERVICE, APPLIED)))
                .containsExactly(new Delivery.Delivered("GitHub deployment to prod"));
        assertThat(github.deployments()).hasSize(1);
        assertThat(statuses("prod")).containsExactly("success 1 applied", "in_progress Applying");
    }

    @Test
    void endThoseOfEarlierRuns() {
        run(Provisions.of(SERVICE, APPLIED));
        run(Provisions.of(SERVICE, APPLIED));

        assertThat(github.deployments()).hasSize(2);
        assertThat(statuses("prod"))
                .containsExactly(
                        "success 1 applied",
                        "inactive ",
                        "in_progress Applying",
                        "success 1 applied",
                        "in_progress Applying");
    }

    @Test
    void sayWhatTheTokenMayNot() {
        github.withholding("deployments");

        assertThat(run(Provisions.of(SERVICE, APPLIED)))
                .singleElement()
                .asString()
                .contains("the job needs the permission deployments: write");
    }

    @Test
    void sayThatGitHubIsDown() {
        github.failing("POST", Reply.refused(502, "Bad Gateway")).failing("POST", Reply.refused(502, "Bad Gateway"));

        assertThat(run(Provisions.of(SERVICE, APPLIED)))
                .singleElement()
                .asString()
                .contains("502");
    }

    private List<Delivery> run(StackProvision... stacks) {
        List<Stack> all = List.of(stacks).stream().map(StackProvision::stack).toList();
        sink.on(new ProvisionEvent.Begun(StackOrder.independent(all)));
        for (StackProvision stack : stacks) {
            sink.on(new ProvisionEvent.Started(stack.stack()));
            if (stack.outcome().plan().isPresent()) {
                sink.on(new ProvisionEvent.Planned(stack.stack(), PLAN));
            }
            sink.on(new ProvisionEvent.Ended(stack));
        }
        return sink.finish(Provisions.report(stacks));
    }

    private List<String> statuses(String environment) {
        return github.deploymentStatuses().stream()
                .filter(each ->
                        each.getOrDefault("environment", Value.of(environment)).equals(Value.of(environment)))
                .map(DeploymentsTest::text)
                .toList();
    }

    private static String text(Map<String, Value> status) {
        return status.get("state") + " " + status.get("description");
    }
}
