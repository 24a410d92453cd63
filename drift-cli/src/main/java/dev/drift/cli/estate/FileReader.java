package dev.drift.cli.estate;

import dev.drift.code.IacTool;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.config.SecretReference;
import dev.drift.diagnosis.Waiver;
import dev.drift.estate.Destination;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Residency;
import dev.drift.github.workflow.WorkflowSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads the file as a whole. */
final class FileReader {

    private static final int VERSION = 1;

    private final Words words;
    private final Node root;
    private final Section file;
    private final Path start;
    private final Map<Environment, Engine> engines = new LinkedHashMap<>();
    private final Set<String> doubtful = new HashSet<>();

    /** A file, whose folders are taken from where it starts. */
    FileReader(String name, Path start, Node root, Problems problems) {
        this.start = start;
        this.words = new Words(name, problems);
        this.root = root;
        this.file = Section.of(root, Known.FILE, words);
    }

    DriftFile file() {
        checkVersion();
        Optional<IacTool> tool = file.as("tool", Choice.of("tool", IacTool::command, List.of(IacTool.values())));
        Optional<Engine> engine = file.as("engine", EnvironmentReader.ENGINE);
        List<EnvironmentDefinition> environments = each("environments", this::environment);
        Parallelism onDemand = file.value("on_demand")
                .map(node -> Section.of(node, Known.ON_DEMAND, words))
                .flatMap(section -> section.made("parallelism", section.number("parallelism"), Parallelism::new))
                .orElse(EstateDefinition.USUAL_ON_DEMAND);
        List<AlertRoute> alerts =
                each("alerts", (name, node) -> new RouteReader(name, node, words, this::reference).route());
        Kept kept = new Kept(each("audit", this::audit), each("memory", this::memory));
        List<Destination> sinks = each("sinks", this::sink);
        Optional<SecretReference> database = file.value("serve")
                .map(node -> Section.of(node, Known.SERVE, words))
                .flatMap(section -> section.as("database", this::reference));
        Optional<WorkflowSettings> workflows =
                file.value("workflows").flatMap(node -> new WorkflowsReader(node, words).settings());
        List<Waiver> waivers = file.value("waivers").map(words::items).orElse(List.of()).stream()
                .flatMap(node -> new WaiverReader(node, words).waiver().stream())
                .toList();
        EstateDefinition estate = new EstateDefinition(environments, onDemand, destinations(alerts, kept, sinks));
        estate.problems().stream()
                .filter(problem -> !isDoubtful(problem.where()))
                .forEach(this::place);
        Instruments instruments = new Instruments(tool, new Engines(engine.orElse(Engine.AUTO), engines));
        return new DriftFile(instruments, estate, alerts, kept, waivers, new ScheduleRunners(database, workflows));
    }

    private void checkVersion() {
        Optional<Integer> version = file.number("version");
        if (file.value("version").isEmpty()) {
            words.refuse(root.at(), "The version is missing: version: " + VERSION);
        }
        version.filter(other -> other != VERSION)
                .ifPresent(other -> words.refuse(
                        file.value("version").orElse(root).at(),
                        "Version " + other + " is not known: this Drift reads version " + VERSION));
    }

    private Optional<EnvironmentDefinition> environment(String name, Node node) {
        return named(name, node, Environment::new).map(environment -> {
            EnvironmentReader reader = new EnvironmentReader(environment, node, words);
            reader.engine().ifPresent(engine -> engines.put(environment, engine));
            return reader.definition();
        });
    }

    private Optional<Environment> named(String name, Node node, Function<String, Environment> form) {
        try {
            return Optional.of(form.apply(name));
        } catch (IllegalArgumentException refused) {
            words.refuse(node.at(), String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<AuditTrail> audit(String name, Node node) {
        Section trail = placed(node, Known.AUDIT);
        Optional<Residency> residency = trail.as("residency", Residency::new);
        return trail.as("path", this::place).map(path -> new AuditTrail(name, path, residency));
    }

    private Optional<RunMemory> memory(String name, Node node) {
        Section memory = placed(node, Known.MEMORY);
        Optional<Residency> residency = memory.as("residency", Residency::new);
        return memory.as("path", this::place).map(path -> new RunMemory(name, path, residency));
    }

    private SecretReference reference(String text) {
        return SecretReference.parse(text).from(start);
    }

    private String place(String text) {
        return PlaceText.from(start, text);
    }

    private Section placed(Node node, List<String> known) {
        Section section = Section.of(node, known, words);
        if (section.value("path").isEmpty()) {
            words.refuse(node.at(), "The path is missing: a folder, or s3://BUCKET/PREFIX");
        }
        return section;
    }

    /** What is promised for a sink that promises nothing by itself. */
    private Optional<Destination> sink(String name, Node node) {
        Section section = Section.of(node, Known.SINK, words);
        Optional<SinkName> sink = SinkName.of(name);
        if (sink.isEmpty()) {
            words.refuse(node.at(), SinkName.refusal(name));
        }
        if (section.value("residency").isEmpty()) {
            words.refuse(node.at(), "The residency is missing: where the sink keeps what it is told");
        }
        Optional<Residency> residency = section.as("residency", Residency::new);
        return sink.flatMap(known -> residency.map(known::keeping));
    }

    private <T> List<T> each(String key, BiFunction<String, Node, Optional<T>> form) {
        int before = words.problems().all().size();
        Optional<Node> section = file.value(key);
        Map<String, Node> named =
                section.map(node -> Section.named(node, words).values()).orElse(Map.of());
        List<T> all = new ArrayList<>();
        named.forEach((name, node) -> form.apply(name, node).ifPresent(all::add));
        if (words.problems().all().size() > before) {
            doubtful.add(key);
        }
        return all;
    }

    /** Whether it leads to names of places of which one was not understood, and may be the one that is missed. */
    private boolean isDoubtful(String where) {
        return doubtful.contains(where.substring(where.lastIndexOf('.') + 1));
    }

    private static List<Destination> destinations(List<AlertRoute> alerts, Kept kept, List<Destination> sinks) {
        List<Destination> all = new ArrayList<>(sinks);
        alerts.forEach(route -> all.add(new Destination(Destination.Kind.ALERTS, route.name(), route.residency())));
        kept.audit()
                .forEach(trail -> all.add(new Destination(Destination.Kind.AUDIT, trail.name(), trail.residency())));
        kept.memory()
                .forEach(place -> all.add(new Destination(Destination.Kind.MEMORY, place.name(), place.residency())));
        return all;
    }

    /** What the estate says of itself, at the place in the file that its way leads to, as far as it goes. */
    private void place(Problem problem) {
        Node node = root;
        for (String step : problem.where().split("\\.", -1)) {
            if (!(node instanceof Node.Fields fields)) {
                break;
            }
            Optional<Node> next = fields.entries().stream()
                    .filter(entry -> entry.key().value().equalsIgnoreCase(step))
                    .map(Node.Entry::value)
                    .reduce((first, last) -> last);
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        words.refuse(node.at(), problem.message());
    }
}
