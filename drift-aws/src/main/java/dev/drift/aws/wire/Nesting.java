package dev.drift.aws.wire;

/** How often, and with what order, something nested occurs. The order of the words is that of the protocol. */
public enum Nesting {
    UNDEFINED,
    SINGLE,
    LIST,
    SET,
    MAP,
    /** Always there, with nothing in it if the code does not mention it. */
    GROUP;

    /** The nesting of that number; a number nobody knows is {@link #UNDEFINED}. */
    static Nesting numbered(long number) {
        return number > 0 && number < values().length ? values()[(int) number] : UNDEFINED;
    }

    /** Whether what is nested has no order. */
    public boolean isSet() {
        return this == SET;
    }
}
