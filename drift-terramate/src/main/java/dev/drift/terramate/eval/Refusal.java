package dev.drift.terramate.eval;

/** Why something cannot be computed, thrown where the place is not known; the evaluation adds it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean limit;

    private Refusal(String reason, boolean limit) {
        super(reason, null, false, false);
        this.limit = limit;
    }

    /** There is no value, and Terramate says so too. */
    Refusal(String reason) {
        this(reason, false);
    }

    /** Terramate may well know the value; what is here does not. Such a refusal must never count as a failed attempt. */
    static Refusal limit(String reason) {
        return new Refusal(reason, true);
    }

    /** The same, with what it was met in. */
    Refusal within(String what) {
        return new Refusal(what + ": " + reason(), limit);
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    boolean isLimit() {
        return limit;
    }
}
