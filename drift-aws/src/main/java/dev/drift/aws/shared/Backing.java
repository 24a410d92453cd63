package dev.drift.aws.shared;

import com.google.protobuf.ByteString;
import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.ProviderMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The process with one configuration: one account in one region, seen with one set of credentials. It is configured once, and
 * whoever comes with the same configuration gets the same answer. A process that ended is replaced by one configured alike.
 */
final class Backing implements Workers {

    private static final int FIRST_CALLS = 32;
    private static final int MOST_CALLS = 128;

    private final Fleet fleet;
    private final DynamicValue configuration;
    private final Surroundings surroundings;
    private final Desk desk;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private final OncePerKey<Backing, byte[]> configuring = new OncePerKey<>();
    private final OncePerKey<Backing, Worker> replacing = new OncePerKey<>();
    private volatile Optional<Configured> configured = Optional.empty();

    Backing(Fleet fleet, DynamicValue configuration, Surroundings surroundings) {
        this.fleet = fleet;
        this.configuration = configuration;
        this.surroundings = surroundings;
        this.desk = new Desk(this, surroundings.quarantine());
    }

    /**
     * A process that took the configuration.
     *
     * @param call how it was configured
     * @param answer what the provider said to it
     */
    private record Configured(Worker worker, ProviderCall call, ByteString answer) {}

    /** The provider's answer to its configuration. One that refuses it is not kept, and the next who comes asks anew. */
    byte[] configure(ProviderCall call) throws Unanswered {
        Optional<Configured> done = configured;
        return done.isPresent()
                ? done.get().answer().toByteArray()
                : configuring.take(this, () -> surroundings.forAll(() -> configureFirst(call)));
    }

    /** Has a call answered, as soon as the cloud can be asked once more. */
    byte[] answer(ProviderCall call) throws Unanswered {
        if (!call.reads()) {
            return desk.answer(call);
        }
        Pace pace = paces.computeIfAbsent(call.service(), none -> new Pace(FIRST_CALLS, MOST_CALLS));
        int ticket = pace.enter();
        try {
            byte[] answer = desk.answer(call);
            if (Throttling.isIn(call, answer)) {
                pace.slower(ticket);
            } else {
                pace.easier();
            }
            return answer;
        } finally {
            pace.leave();
        }
    }

    @Override
    public Worker fit() throws Unanswered {
        Optional<Worker> ready = ready();
        return ready.isPresent() ? ready.get() : replacing.take(this, this::replaced);
    }

    @Override
    public Worker fresh() throws Unanswered {
        Configured done = configured.orElseThrow(
                () -> Unanswered.untimely("The shared provider was asked before it was configured"));
        return surroundings.forAll(() -> {
            Worker worker = fleet.unconfigured();
            String why =
                    error(ask(worker, done.call())).map(Diagnostic::summary).orElse("");
            if (!why.isEmpty()) {
                worker.retire();
                throw Unanswered.unavailable("a new process of the shared provider refused its configuration: " + why);
            }
            return worker;
        });
    }

    private Worker replaced() throws Unanswered {
        Optional<Worker> meanwhile = ready();
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Worker fresh = fresh();
        configured = configured.map(done -> new Configured(fresh, done.call(), done.answer()));
        return fresh;
    }

    private Optional<Worker> ready() {
        return configured.map(Configured::worker).filter(Worker::isFit);
    }

    private byte[] configureFirst(ProviderCall call) throws Unanswered {
        Worker worker = fleet.unconfigured();
        Optional<Diagnostic> wrong = checked(worker);
        byte[] answer =
                wrong.isPresent() ? Diagnostic.answer(ProviderMethod.CONFIGURE, wrong.get()) : ask(worker, call);
        if (error(answer).isPresent()) {
            worker.retire();
        } else {
            configured = Optional.of(new Configured(worker, call, ByteString.copyFrom(answer)));
        }
        return answer;
    }

    /** What the provider finds wrong with a configuration it never saw. */
    private Optional<Diagnostic> checked(Worker worker) throws Unanswered {
        byte[] bytes = configuration.toBytes();
        if (surroundings.checked().holds(fleet.origin(), bytes)) {
            return Optional.empty();
        }
        ProviderCall call = new ProviderCall(
                ProviderMethod.CHECK_PROVIDER.in(worker.protocol()),
                new MessageWriter().bytes(1, bytes).toBytes());
        List<Diagnostic> said = Diagnostic.of(ProviderMethod.CHECK_PROVIDER, ask(worker, call));
        Optional<Diagnostic> wrong = said.stream().filter(Diagnostic::isError).findFirst();
        if (wrong.isEmpty()) {
            surroundings.checked().add(fleet.origin(), bytes);
        }
        return wrong;
    }

    /** A process that does not answer now will not do so later. */
    private static byte[] ask(Worker worker, ProviderCall call) throws Unanswered {
        try {
            return worker.ask(call);
        } catch (Unanswered failed) {
            worker.retire();
            throw failed;
        }
    }

    private static Optional<Diagnostic> error(byte[] answer) {
        return Diagnostic.of(ProviderMethod.CONFIGURE, answer).stream()
                .filter(Diagnostic::isError)
                .findFirst();
    }
}
