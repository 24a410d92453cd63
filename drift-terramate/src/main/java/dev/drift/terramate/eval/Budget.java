package dev.drift.terramate.eval;

/** How much one evaluation may cost, in expressions evaluated and in items and characters produced. */
final class Budget {

    private static final int ENOUGH = 1_000_000;

    private long spent;

    /** Refuses a text before it is made that would be longer than a whole evaluation may cost. */
    static void checkLength(long characters) {
        if (characters > ENOUGH) {
            throw Refusal.limit("the text would have more than " + ENOUGH + " characters");
        }
    }

    void spend(long cost) {
        spent += cost;
        if (spent > ENOUGH) {
            throw Refusal.limit("this costs too much to evaluate");
        }
    }

    /** Accounts for a value that was made. */
    HclValue paid(HclValue value) {
        if (value instanceof HclValue.Text text) {
            spend(text.value().length());
        } else if (value instanceof HclValue.Sequence sequence) {
            spend(sequence.items().size());
        } else if (value instanceof HclValue.Mapping mapping) {
            spend(mapping.entries().size());
        }
        return value;
    }
}
