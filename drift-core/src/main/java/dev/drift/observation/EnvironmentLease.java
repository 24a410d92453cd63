package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Variables lent to one look at one stack. Leases lie over each other: what one source lends is laid over what another lent
 * before it. Whoever lent them may withdraw the lease while it is used, with a reason; the look is then void and is done once
 * more with what lies below. Safe for use by several threads.
 */
public final class EnvironmentLease implements AutoCloseable {

    private final Optional<EnvironmentLease> below;
    private final Map<String, String> variables;
    private final Optional<String> manner;
    private final Terms terms;
    private Optional<Map<String, String>> asked = Optional.empty();
    private final AtomicReference<@Nullable String> withdrawal = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private EnvironmentLease(
            Optional<EnvironmentLease> below, Map<String, String> variables, Optional<String> manner, Terms terms) {
        this.below = below;
        this.variables = Map.copyOf(variables);
        this.manner = manner;
        this.terms = terms;
    }

    /** A lease that needs no release. */
    public static EnvironmentLease of(Map<String, String> variables) {
        return of(variables, () -> {});
    }

    /** A lease that runs the release once, when it is closed. */
    public static EnvironmentLease of(Map<String, String> variables, Runnable release) {
        return new EnvironmentLease(
                Optional.empty(), variables, Optional.empty(), Terms.NONE.releasing(requireNonNull(release)));
    }

    /** Starts a lease over another, which it closes when it is closed itself. */
    public static Builder over(EnvironmentLease below) {
        return new Builder(below);
    }

    /**
     * The variables to add to the environment of the probe's processes; values may be secrets. To ask for them makes what has to be
     * there for them, so who starts no process does not ask.
     */
    public synchronized Map<String, String> variables() {
        if (asked.isEmpty()) {
            Map<String, String> all = new HashMap<>(variables);
            all.putAll(terms.made().get());
            asked = Optional.of(Map.copyOf(all));
        }
        return asked.get();
    }

    /** How a stack is looked at under this lease, in one word for reports ({@code shared}); empty if there is nothing to tell. */
    public Optional<String> manner() {
        return manner;
    }

    /** What a reader should know of this lease: why it is not what it could be. */
    public Optional<String> note() {
        return terms.note();
    }

    /** What to look with once this lease is withdrawn: the lease it lies over, or one that adds nothing. */
    public EnvironmentLease below() {
        return below.orElseGet(() -> of(Map.of()));
    }

    /** What the lender saw of the code while the stack was looked at; asked once the look is done. */
    public List<Testimony> testimony() {
        return terms.testimony().get();
    }

    /** Takes the lease back; the first reason stands. */
    public void withdraw(String reason) {
        withdrawal.compareAndSet(null, requireNonNull(reason, "reason is null"));
    }

    /** Tells the lender how a look failed; who takes the failure for the work of the lease withdraws it. */
    public void failed(String reason) {
        terms.doubt().apply(reason).ifPresent(this::withdraw);
    }

    /** Why the lease was taken back, if it was. */
    public Optional<String> withdrawal() {
        return Optional.ofNullable(withdrawal.get());
    }

    /** Closing twice does nothing more. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                terms.release().run();
            } finally {
                below.ifPresent(EnvironmentLease::close);
            }
        }
    }

    /** The names only, of what was there from the beginning: values may be secrets. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }

    /** What a lender arranges besides the variables. */
    private record Terms(
            Optional<String> note,
            Supplier<Map<String, String>> made,
            Supplier<List<Testimony>> testimony,
            Function<String, Optional<String>> doubt,
            Runnable release) {

        static final Terms NONE = new Terms(Optional.empty(), Map::of, List::of, reason -> Optional.empty(), () -> {});

        Terms noting(String text) {
            return new Terms(Optional.of(text), made, testimony, doubt, release);
        }

        Terms making(Supplier<Map<String, String>> variables) {
            return new Terms(note, variables, testimony, doubt, release);
        }

        Terms testifying(Supplier<List<Testimony>> to) {
            return new Terms(note, made, to, doubt, release);
        }

        Terms doubting(Function<String, Optional<String>> how) {
            return new Terms(note, made, testimony, how, release);
        }

        Terms releasing(Runnable how) {
            return new Terms(note, made, testimony, doubt, how);
        }
    }

    /** Describes a lease over another. Not safe for use by several threads. */
    public static final class Builder {

        private final EnvironmentLease below;
        private final Map<String, String> variables;
        private Optional<String> manner;
        private Terms terms = Terms.NONE;

        private Builder(EnvironmentLease below) {
            this.below = below;
            this.variables = new HashMap<>(below.variables());
            this.manner = below.manner();
        }

        /** Lays variables over those below. */
        public Builder lending(Map<String, String> more) {
            variables.putAll(more);
            return this;
        }

        /**
         * Lays over all others what is made for the first who asks for the variables, once. A supplier that cannot make it withdraws
         * the lease and returns nothing.
         */
        public Builder making(Supplier<Map<String, String>> late) {
            terms = terms.making(requireNonNull(late, "variables are null"));
            return this;
        }

        /** Names how the stack is looked at, in one word. */
        public Builder named(String word) {
            manner = Optional.of(word);
            return this;
        }

        /** Tells a reader why the lease is not what it could be. */
        public Builder noting(String note) {
            terms = terms.noting(requireNonNull(note, "note is null"));
            return this;
        }

        /** Says what was seen of the code once a look is done. */
        public Builder testifying(Supplier<List<Testimony>> to) {
            terms = terms.testifying(requireNonNull(to, "testimony is null"));
            return this;
        }

        /** Says, of the reason a look failed for, why the lease is to be withdrawn; empty where the lease has no part in it. */
        public Builder doubting(Function<String, Optional<String>> doubt) {
            terms = terms.doubting(requireNonNull(doubt, "doubt is null"));
            return this;
        }

        /** Ends what the lease stands on, once, before the lease below is closed. */
        public Builder releasing(Runnable release) {
            terms = terms.releasing(requireNonNull(release, "release is null"));
            return this;
        }

        /** The lease. */
        public EnvironmentLease build() {
            return new EnvironmentLease(Optional.of(below), variables, manner, terms);
        }
    }
}
