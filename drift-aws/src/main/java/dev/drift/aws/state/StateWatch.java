package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.state.StateException.Kind;
import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.observation.DriftProbe;
import dev.drift.provision.Applier;
import dev.drift.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Keeps an eye on the states of stacks while they are looked at (design 5.5): a stack whose state is locked is not looked at,
 * and a look during which the state moved is worth nothing. A state that cannot be read by us is not watched, and its stack is
 * looked at as it would be without a watch. Safe for use by several threads.
 */
public final class StateWatch {

    private static final Duration LONGEST_READING = Duration.ofMinutes(2);

    private final CodeReader code;
    private final StateStore store;
    private final Map<String, String> processEnvironment;
    private final BoundedCalls calls = new BoundedCalls();
    private final Map<Path, Remembered> remembered = new ConcurrentHashMap<>();

    private StateWatch(CodeReader code, StateStore store, Map<String, String> processEnvironment) {
        this.code = requireNonNull(code, "code is null");
        this.store = requireNonNull(store, "store is null");
        this.processEnvironment = Map.copyOf(processEnvironment);
    }

    /** What was read for the types of a stack; without a sighting where that failed. */
    private record Remembered(StackCode code, Optional<Sighting> sighting) {}

    /**
     * A watch over the states that the code of stacks names.
     *
     * @param code says where states live
     * @param store reads them; whoever made it closes it
     * @param processEnvironment the variables every tool is run with; those of a lease are laid over them
     */
    public static StateWatch reading(CodeReader code, StateStore store, Map<String, String> processEnvironment) {
        return new StateWatch(code, store, processEnvironment);
    }

    /**
     * A probe that looks as the given one does and watches the state meanwhile. It fails in phase {@code lock} if somebody
     * holds the lock of the state, and in phase {@code state} if the state moved during the look and during a second one.
     * Reading the state counts as time of the look.
     */
    public DriftProbe around(DriftProbe probe) {
        return new WatchedProbe(requireNonNull(probe, "probe is null"), this);
    }

    /**
     * An applier that applies as the given one does, and says who holds the lock of a state where that is in its way: before a plan,
     * unless the tool is told to wait for the lock, and behind an apply that did not come to its end. No lock is ever broken.
     */
    public Applier around(Applier applier) {
        return new WatchedApplier(requireNonNull(applier, "applier is null"), this);
    }

    /** The lock that is on the state of a stack, with what gives it back; empty if there is none, or it is not for us to see. */
    Optional<HeldLock> heldLock(Stack stack, Map<String, String> lease) throws StateException {
        Watched watched = watched(stack, read(stack), lease);
        return lock(watched).map(lock -> new HeldLock(lock, watched.place(), watched.tool()));
    }

    /** The variables that the tool of a stack is run with. */
    Map<String, String> variables(Map<String, String> lease) {
        Map<String, String> environment = new HashMap<>(processEnvironment);
        environment.putAll(lease);
        return environment;
    }

    /**
     * The types that the state of a stack holds, managed and data; none where there is no state yet. What is read for this is
     * what the very next look at the stack compares with, so that a state is read once.
     *
     * @param environment the variables of a lease, laid over those of the process
     * @return the types, sorted; empty if they are not known
     */
    public Optional<Set<String>> types(Stack stack, StackCode code, Map<String, String> environment) {
        Optional<Sighting> sighting;
        try {
            Watched watched = watched(stack, code, environment);
            sighting = Optional.of(calls.call(() -> sighting(watched), LONGEST_READING));
        } catch (StateException notReadable) {
            sighting = Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        remembered.put(stack.directory(), new Remembered(code, sighting));
        return sighting.flatMap(StateWatch::types);
    }

    /** What the last reading for the types of a stack saw, until a look at the stack uses it up; empty if that is nothing. */
    public Optional<StateFacts> lastSeen(Stack stack) {
        return Optional.ofNullable(remembered.get(stack.directory()))
                .flatMap(Remembered::sighting)
                .flatMap(Sighting::facts);
    }

    /**
     * Shows the objects of a state that nobody works on to somebody, one after the other on another thread, without keeping
     * them. Where reading has to begin anew, objects are shown again.
     *
     * @param visitor says whether it wants to see more
     * @param limit how long all of it may take, with what the visitor does
     * @return the facts of the state shown; empty if there is none, somebody holds its lock, or the visitor had enough
     * @throws StateException if it cannot be read
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Optional<StateFacts> show(Asked asked, Duration limit, Predicate<StateObject> visitor)
            throws StateException, InterruptedException {
        AtomicBoolean enough = new AtomicBoolean();
        Visit visit = Visit.of(object -> {
            enough.set(!visitor.test(object));
            return !enough.get();
        });
        Watched watched = watched(asked.stack(), asked.code(), asked.environment());
        try {
            // Not as short as a mere reading, for what takes long here is what the visitor does.
            return calls.call(
                    () -> lock(watched).isPresent()
                            ? Optional.empty()
                            : store.facts(watched.place(), watched.environment(), visit),
                    limit);
        } catch (StateException ended) {
            if (enough.get()) {
                return Optional.empty();
            }
            throw ended;
        }
    }

    /** Whether the state is still the one with these facts. */
    public boolean isStill(Asked asked, StateFacts facts, Duration limit) throws StateException, InterruptedException {
        Watched watched = watched(asked.stack(), asked.code(), asked.environment());
        return within(limit, () -> store.file(watched.place()).revision())
                .filter(facts.revision()::equals)
                .isPresent();
    }

    /**
     * Whose state is asked for.
     *
     * @param code what the code of the stack says
     * @param environment the variables of a lease, laid over those of the process
     */
    public record Asked(Stack stack, StackCode code, Map<String, String> environment) {
        public Asked {
            requireNonNull(stack, "stack is null");
            requireNonNull(code, "code is null");
            environment = Map.copyOf(environment);
        }

        /** Variables may be secrets, so only the stack is printed. */
        @Override
        public String toString() {
            return stack.toString();
        }
    }

    /**
     * A state to keep an eye on.
     *
     * @param tool the tool that keeps it
     * @param environment the variables the tool is run with
     */
    record Watched(StatePlace place, IacTool tool, Map<String, String> environment) {}

    /**
     * What there is to know before a look.
     *
     * @param lock who works on the state; empty if nobody does, or that is not for us to see
     * @param sighting the state; empty where it is locked, as then nobody needs it
     */
    record Glance(Watched watched, Optional<StateLock> lock, Optional<Sighting> sighting) {}

    /** Glances at the state of a stack that is about to be looked at. What is remembered of it is used up. */
    Glance glance(Stack stack, Map<String, String> lease) throws StateException {
        Remembered last = remembered.remove(stack.directory());
        if (last == null) {
            return glance(watched(stack, read(stack), lease), Optional.empty());
        }
        Watched watched = watched(stack, last.code(), lease);
        return last.sighting().isEmpty()
                ? lockAlone(watched)
                : glance(watched, last.sighting().filter(seen -> seen.place().equals(watched.place())));
    }

    /** A state that could not be read just before is not read anew, but somebody may work on it all the same. */
    private Glance lockAlone(Watched watched) throws StateException {
        Optional<StateLock> lock = lock(watched);
        if (lock.isEmpty()) {
            throw new StateException(Kind.UNREACHABLE, "the state could not be read just before");
        }
        return new Glance(watched, lock, Optional.empty());
    }

    /** Glances at a state of which it is known what it holds, or not yet. */
    Glance glance(Watched watched, Optional<Sighting> known) throws StateException {
        Optional<StateLock> lock = lock(watched);
        if (lock.isPresent()) {
            return new Glance(watched, lock, Optional.empty());
        }
        return new Glance(watched, lock, Optional.of(known.isPresent() ? known.get() : sighting(watched)));
    }

    /** The state as it is now, if it is another than it was; to be the same costs no reading. */
    Optional<Sighting> movedSince(Sighting before, Watched watched) throws StateException {
        return before.hasRevision(store.file(watched.place()).revision())
                ? Optional.empty()
                : Optional.of(sighting(watched)).filter(now -> !now.isSameAs(before));
    }

    /** Waits for a reading, but not too long. */
    <T> T within(Duration limit, Callable<T> reading) throws StateException, InterruptedException {
        return calls.call(reading, limit.compareTo(LONGEST_READING) > 0 ? LONGEST_READING : limit);
    }

    /** Who may read states and not what lies beside them still watches the state. */
    private Optional<StateLock> lock(Watched watched) throws StateException {
        try {
            return store.file(watched.place()).lock();
        } catch (StateException notReadable) {
            if (notReadable.kind() == Kind.DENIED) {
                return Optional.empty();
            }
            throw notReadable;
        }
    }

    private Sighting sighting(Watched watched) throws StateException {
        Optional<StateFacts> facts = store.facts(watched.place(), watched.environment(), Visit.NONE);
        if (facts.isPresent()) {
            return new Sighting(watched.place(), facts);
        }
        if (watched.tool() == IacTool.TERRAGRUNT && watched.place() instanceof StatePlace.InFile) {
            throw StateReader.unusable("of a unit of Terragrunt may be a file in Terragrunt's own cache");
        }
        return new Sighting(watched.place(), Optional.empty());
    }

    private Watched watched(Stack stack, StackCode facts, Map<String, String> lease) throws StateException {
        Map<String, String> environment = variables(lease);
        StatePlace place = StatePlace.of(facts.state(), stack.directory(), environment);
        return new Watched(place, facts.tool(), environment);
    }

    private StackCode read(Stack stack) throws StateException {
        try {
            return code.read(stack.directory());
        } catch (CodeException broken) {
            throw Settings.undetermined("backend", "cannot be read");
        }
    }

    private static Optional<Set<String>> types(Sighting sighting) {
        if (sighting.facts().isEmpty()) {
            return Optional.of(Set.of());
        }
        return sighting.facts().get().content() instanceof StateContent.Seen seen
                ? Optional.of(seen.types())
                : Optional.empty();
    }
}
