package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that an apply does besides changing an object: it runs an action, takes an object into the state, or calls one by
 * another address there. It stands beside the change of the object, if that has one.
 *
 * @param kind what is done
 * @param address the action, or the object under the address that it will have
 * @param origin the object by which an action is triggered, or the address that an object had before
 */
public record SideEffect(Kind kind, String address, Optional<String> origin) implements Comparable<SideEffect> {

    private static final Comparator<SideEffect> ORDER = Comparator.comparing(SideEffect::kind)
            .thenComparing(SideEffect::address)
            .thenComparing(effect -> effect.origin().orElse(""));

    public SideEffect {
        requireNonNull(kind, "kind is null");
        requireNonNull(address, "address is null");
        requireNonNull(origin, "origin is null");
    }

    /** What an apply does besides, from what reaches beyond the state to what only concerns it. */
    public enum Kind {
        /** An action of a provider is run; nobody knows what that does. */
        INVOKE,
        /** An object that is there already is taken into the state. */
        IMPORT,
        /** An object of the state gets another address. */
        MOVE;

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An action is run, by itself or because of an object. */
    public static SideEffect invoking(String action, Optional<String> trigger) {
        return new SideEffect(Kind.INVOKE, action, trigger);
    }

    /** An object is taken into the state. */
    public static SideEffect importing(String address) {
        return new SideEffect(Kind.IMPORT, address, Optional.empty());
    }

    /** An object gets another address. */
    public static SideEffect moving(String from, String to) {
        return new SideEffect(Kind.MOVE, to, Optional.of(from));
    }

    @Override
    public int compareTo(SideEffect other) {
        return ORDER.compare(this, other);
    }

    /** {@code move aws_sqs_queue.jobs, until now aws_sqs_queue.work}. */
    @Override
    public String toString() {
        String link = kind == Kind.MOVE ? ", until now " : ", because of ";
        return kind.word() + " " + address + origin.map(from -> link + from).orElse("");
    }
}
