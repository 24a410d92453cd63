package dev.drift.terramate.eval;

/** Why something cannot be computed, thrown where the place is not known; the evaluation adds it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
