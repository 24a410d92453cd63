package dev.drift.cli;

/** How many stacks are looked at a second time. */
record Sample(int stacks) {

    static final Sample NONE = new Sample(0);

    Sample {
        if (stacks < 0) {
            throw new IllegalArgumentException("A sample cannot be less than 0: " + stacks);
        }
    }
}
