package dev.drift.terramate.plan;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.StackOrder;
import dev.drift.code.IgnoreChanges;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plan JSON that somebody else made: each document is a stack named by its file, without tags. The documents are read when they
 * are looked at, not before. Immutable.
 */
public final class PlanFiles {

    private final Path directory;
    private final Map<Stack, PlanJson.Source> documents;

    private PlanFiles(Path directory, Map<Stack, PlanJson.Source> documents) {
        this.directory = directory;
        this.documents = documents;
    }

    /** No plans yet; files below the directory will be named from there, others from the root of the file system. */
    public static PlanFiles below(Path directory) {
        return new PlanFiles(directory.toAbsolutePath().normalize(), Map.of());
    }

    /** One more file. */
    public PlanFiles with(Path file) {
        Path absolute = directory.resolve(file).normalize();
        Path named = absolute.startsWith(directory) ? directory.relativize(absolute) : absolute;
        Path parent = absolute.getParent();
        return with(named.toString(), parent == null ? directory : parent, () -> Files.newInputStream(absolute));
    }

    /** One more document that is at hand, under a name. */
    public PlanFiles with(String name, byte[] document) {
        byte[] copy = document.clone();
        return with(name, directory, () -> new ByteArrayInputStream(copy));
    }

    /** The plans as stacks; they do not depend on each other. */
    public StackCatalog catalog() {
        return new PlanCatalog(List.copyOf(documents.keySet()));
    }

    /** What looks at these plans, knowing what the code ignores; empty if the code is not at hand. */
    public DriftProbe probe(Optional<IgnoreChanges> ignores) {
        return new PlanFileProbe(this, requireNonNull(ignores, "ignores is null"));
    }

    private PlanFiles with(String name, Path where, PlanJson.Source source) {
        StackPath path = StackPath.of(name.startsWith("/") ? name : "/" + name);
        Stack stack = new Stack(path, Optional.empty(), path.baseName(), "", List.of(), where);
        Map<Stack, PlanJson.Source> more = new TreeMap<>(documents);
        more.put(stack, source);
        return new PlanFiles(directory, more);
    }

    /** The stacks by path, in any order to be run. */
    private record PlanCatalog(List<Stack> stacks) implements StackCatalog {

        @Override
        public StackOrder order(Collection<Stack> some) {
            return StackOrder.independent(Set.copyOf(some));
        }
    }

    /** Reads the document of a stack. */
    private record PlanFileProbe(PlanFiles files, Optional<IgnoreChanges> ignores) implements DriftProbe {

        @Override
        public String engine() {
            return "plan";
        }

        @Override
        public Observation probe(ProbeRequest request) throws ProbeException {
            PlanJson.Source source = files.documents.get(request.stack());
            if (source == null) {
                throw new ProbeException(ProbePhase.READ, "no plan of that name was given");
            }
            return PlanJson.read(source, ignores);
        }
    }
}
