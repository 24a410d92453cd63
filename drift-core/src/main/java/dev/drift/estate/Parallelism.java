package dev.drift.estate;

/** How many stacks are looked at side by side: at least one, at most {@value #MOST}. */
public record Parallelism(int stacks) {

    /** More workers than this gain nothing on one machine and only exhaust its files and memory. */
    public static final int MOST = 256;

    public Parallelism {
        if (stacks < 1 || stacks > MOST) {
            throw new IllegalArgumentException("Parallelism must be 1 to " + MOST + ": " + stacks);
        }
    }
}
