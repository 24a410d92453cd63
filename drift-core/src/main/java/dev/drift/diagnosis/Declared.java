package dev.drift.diagnosis;

/** What the code says about the place of a difference. */
enum Declared {
    /** Nothing; a block that a {@code dynamic} block writes looks the same. */
    ABSENT,
    /** Something that cannot be evaluated without running it. */
    OPEN,
    /** What is live. */
    LIVE,
    /** Something else than what is live. */
    OTHER
}
