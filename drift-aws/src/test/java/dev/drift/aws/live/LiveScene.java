package dev.drift.aws.live;

import dev.drift.aws.shared.Loans;
import dev.drift.aws.shared.SharedProviders;
import dev.drift.aws.shared.SharedScene;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.aws.shared.Tool;
import dev.drift.aws.state.StateStore;
import dev.drift.aws.state.StateWatch;
import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.code.StackCode;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.testing.Observations;
import dev.drift.testing.ScriptedProbe;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A stack of two queues, looked at run after run: each look has a probe of its own, and remembers nothing of the one before but
 * what the cache does. Provider processes are kept as long as the environment is the same, because they are dear.
 */
final class LiveScene implements AutoCloseable {

    static final String WEB = "/stacks/web";

    private static final String PROVIDER = "provider[\\\"" + SharedScene.SOURCE + "\\\"]";

    private final SharedScene shared;
    private final ScriptedProbe planning = new ScriptedProbe();
    private final List<Map<String, Value>> configurations = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private UnaryOperator<SharedSettings> settings = UnaryOperator.identity();
    private StackCode code;
    private Loans loans = new Loans();
    private Optional<SharedProviders> providers = Optional.empty();
    private Optional<StateWatch> watch = Optional.empty();
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private Duration timeout = Duration.ofMinutes(2);

    LiveScene(Path folder) throws IOException {
        shared = new SharedScene(folder);
        code = shared.code();
        configurations.add(Map.of("region", Value.of("eu-central-1")));
        planning.at(WEB, this::planned);
        for (String queue : List.of("one", "two")) {
            shared.answer("UpgradeResourceState@" + queue, answer(queue, 30));
            live(queue, 30);
        }
        state(1, instance("one") + ",\n" + instance("two"));
    }

    /** The same, after the runs of another scene; from now on plans do not configure the provider, so none is remembered. */
    static LiveScene after(LiveScene earlier, Path folder) throws IOException {
        LiveScene scene = new LiveScene(folder);
        copy(earlier.shared.cache(), scene.shared.cache());
        Files.createDirectories(scene.key().getParent());
        Files.copy(earlier.key(), scene.key());
        scene.configurations.clear();
        return scene;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** What a plan of a tool does here: it configures its providers and finds nothing to do. */
    private Observation planned(ProbeRequest request) {
        for (Map<String, Value> configuration : configurations) {
            try (Tool tool = Tool.with(request.lease())) {
                tool.configure(configuration);
            }
        }
        return still(2);
    }

    static Observation still(int objects) {
        return new Observation(
                List.of(),
                new CodeSide.Seen(List.of(), 0, Declarations.NONE, Optional.empty()),
                List.of(),
                Coverage.complete(objects),
                Optional.empty());
    }

    /** From now on plans show that something drifted. */
    void drift() {
        planning.at(WEB, request -> {
            Observation unused = planned(request);
            return Observations.scaled();
        });
    }

    /** Plans configure the provider like this, from now on; the region is that of the plan before. */
    void configuring(Map<String, Value> configuration) {
        configurations.add(configuration);
    }

    /** The variable has another value in the next look. */
    LiveScene with(String variable, String value) {
        close();
        shared.with(variable, value);
        return this;
    }

    void code(UnaryOperator<StackCode> change) {
        code = change.apply(code);
    }

    void settings(UnaryOperator<SharedSettings> change) {
        settings = change;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    void within(Duration time) {
        timeout = time;
    }

    SharedScene shared() {
        return shared;
    }

    ScriptedProbe planning() {
        return planning;
    }

    /** What the last look said on its way. */
    List<String> said() {
        return said;
    }

    /** How many plans there were. */
    int plans() {
        return planning.requests().size();
    }

    /** The live size of a queue; 30 is what is recorded. */
    void live(String queue, int size) throws IOException {
        shared.answer("ReadResource@" + queue, answer(queue, size));
    }

    void state(long serial, String instances) throws IOException {
        Files.writeString(shared.directory().resolve("terraform.tfstate"), """
                {"version": 4, "terraform_version": "1.11.4", "serial": %d, "lineage": "l", "outputs": {}, "resources": [
                {"mode": "managed", "type": "aws_sqs_queue", "name": "q", "provider": "%s", "instances": [
                %s]}], "check_results": null}
                """.formatted(serial, PROVIDER, instances));
    }

    static String instance(String queue) {
        return instance(queue, "");
    }

    static String instance(String queue, String more) {
        return """
                {"index_key": "%1$s", "schema_version": 0, "attributes": {"id": "%1$s", "size": 30}, "private": "bnVsbA=="%2$s}""".formatted(queue, more);
    }

    /** The remembered plans. */
    List<Path> remembered() throws IOException {
        try (var files = Files.list(shared.cache().resolve("plans"))) {
            return files.toList();
        }
    }

    /** The key of the remembered plans. */
    Path key() {
        return Path.of(shared.settings().environment().get("HOME"), ".local/state/drift/plans.key");
    }

    Observation look() throws ProbeException {
        try (Run run = run()) {
            return run.look();
        }
    }

    Run run() throws ProbeException {
        said.clear();
        return new Run();
    }

    /** One run. */
    final class Run implements AutoCloseable {

        private final StateStore states = StateStore.standard();
        private final EnvironmentLease lease;
        private final LiveProbe probe;

        private Run() throws ProbeException {
            SharedSettings all = settings.apply(shared.settings());
            StateWatch watching = StateWatch.reading(directory -> code, states, all.environment());
            watch = Optional.of(watching);
            if (providers.isEmpty()) {
                loans = new Loans();
                providers = Optional.of(SharedProviders.over(
                        EnvironmentSource.ambient(), directory -> code, all.asking(LiveScene.this::types), loans));
            }
            lease = providers.orElseThrow().lease(shared.stack());
            probe = LiveProbe.over(
                    watching.around(planning),
                    loans,
                    watching,
                    directory -> code,
                    all,
                    Clock.fixed(now, ZoneOffset.UTC));
        }

        Observation look() throws ProbeException {
            return look(lease);
        }

        Observation lookPlainly() throws ProbeException {
            return look(lease.below());
        }

        EnvironmentLease lease() {
            return lease;
        }

        private Observation look(EnvironmentLease under) throws ProbeException {
            return probe.probe(new ProbeRequest(shared.stack(), under, timeout, said::add));
        }

        @Override
        public void close() {
            lease.close();
            states.close();
        }
    }

    private Optional<Set<String>> types(Stack stack, StackCode read, Map<String, String> environment) {
        return watch.orElseThrow().types(stack, read, environment);
    }

    @Override
    public void close() {
        providers.ifPresent(SharedProviders::close);
        providers = Optional.empty();
    }

    private static byte[] answer(String queue, int size) {
        Value object = Value.of(Map.of("id", Value.of(queue), "size", Value.of(size)));
        return new MessageWriter().bytes(1, DynamicValue.of(object).toBytes()).toBytes();
    }
}
