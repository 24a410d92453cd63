package dev.drift.terramate.hcl;

/** What stands between two values. Those of a higher precedence bind tighter. */
public enum Operator {
    OR("||", 1),
    AND("&&", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 4),
    LESS_OR_EQUAL("<=", 4),
    GREATER(">", 4),
    GREATER_OR_EQUAL(">=", 4),
    PLUS("+", 5),
    MINUS("-", 5),
    TIMES("*", 6),
    DIVIDED_BY("/", 6),
    MODULO("%", 6);

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** As written. */
    public String symbol() {
        return symbol;
    }

    /** From 1, loosest, to 6. */
    public int precedence() {
        return precedence;
    }
}
