package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.github.page.Footer;
import dev.drift.github.page.ProvisionPage;
import dev.drift.github.wire.GitHubException;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.provision.StackProvision;
import dev.drift.render.Harmless;
import dev.drift.sink.Delivery;
import dev.drift.sink.SinkException;
import dev.drift.stack.Stack;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a provisioning as deployments: one for each environment in which a plan does something, in progress from the first of them
 * on, a success or a failure when the run is over. Where nothing is applied, nothing is deployed. GitHub is asked in the
 * background; the end waits for it, for a bounded time.
 */
public final class Deployments implements ProvisionSink {

    /** What the names of these places begin with. */
    public static final String NAME = "GitHub deployment";

    private static final String TASK = "drift-provision";
    private static final int LONGEST = 140;

    private final Repository repository;
    private final String commit;
    private final Footer footer;
    private final Map<String, Errand> begun = new LinkedHashMap<>();

    private Deployments(Repository repository, String commit, Footer footer) {
        this.repository = requireNonNull(repository, "repository is null");
        this.commit = requireNonNull(commit, "commit is null");
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** Of a commit of a repository. */
    public static Deployments of(Repository repository, String commit, Footer footer) {
        return new Deployments(repository, commit, footer);
    }

    @Override
    public synchronized void on(ProvisionEvent event) {
        if (event instanceof ProvisionEvent.Planned planned) {
            begun.computeIfAbsent(
                    environment(planned.stack()), environment -> Errand.begun(id -> begin(environment, id)));
        }
    }

    @Override
    public String destination() {
        return NAME;
    }

    @Override
    public synchronized List<Delivery> finish(ProvisionReport report) {
        begun.forEach((environment, errand) -> errand.end(id -> end(report, environment, id)));
        List<Delivery> deliveries = begun.entrySet().stream()
                .map(each -> delivery(each.getKey(), each.getValue()))
                .toList();
        begun.clear();
        return deliveries;
    }

    private static Delivery delivery(String environment, Errand errand) {
        Place place = new Place(NAME + " to " + environment, "deployments: write");
        try {
            place.take(errand::await);
            return new Delivery.Delivered(place.name());
        } catch (SinkException failed) {
            return new Delivery.Undelivered(place.name(), String.valueOf(failed.getMessage()));
        }
    }

    /** What is lost on its way is looked for by the key of this errand, so that no deployment is begun twice. */
    private String begin(String environment, String key) throws GitHubException {
        Value wanted = Fields.of("ref", commit)
                .and("task", TASK)
                .and("environment", environment)
                .and("auto_merge", Value.of(false))
                .and("required_contexts", List.of())
                .and("payload", Fields.of("drift", key).value())
                .value();
        Value made = Making.once(() -> repository.post(wanted, "deployments"), () -> begun(environment, key));
        String id = String.valueOf(made.field("id"));
        tell(id, "in_progress", "Applying");
        return id;
    }

    private Optional<Value> begun(String environment, String key) throws GitHubException {
        return repository
                .list(repository.reading("deployments").with("task", TASK).with("environment", environment), 1)
                .items()
                .stream()
                .filter(each -> each.field("payload").field("drift").equals(Value.of(key)))
                .findFirst();
    }

    private void end(ProvisionReport report, String environment, String id) throws GitHubException {
        List<StackProvision> stacks = report.stacks().stream()
                .filter(stack -> environment(stack.stack()).equals(environment))
                .toList();
        boolean done = !stacks.isEmpty()
                && stacks.stream().allMatch(stack -> stack.status().isDone());
        String counts = new ProvisionPage(new ProvisionReport(report.run(), stacks, List.of())).counts();
        tell(id, done ? "success" : "failure", counts);
    }

    private void tell(String id, String state, String description) throws GitHubException {
        Fields status = Fields.of("state", state).and("description", Harmless.shortened(description, LONGEST));
        footer.run().ifPresent(address -> status.and("log_url", address));
        repository.post(status.value(), "deployments", id, "statuses");
    }

    private static String environment(Stack stack) {
        return Environment.of(stack).map(Environment::toString).orElse(Cell.UNASSIGNED.toString());
    }
}
