package dev.drift.it.cloudsync;

/** The secrets of the test estate. */
final class Secret {

    /** A default of a sensitive variable; in the code it stands with its quotation marks escaped. */
    static final String PASSWORD = "correct-horse/\"battery\"+staple";

    /** Given by the environment. */
    static final String TOKEN = "tok-4f9a77c1e2d34b";

    /** Set by hand; only the account knows it. */
    static final String CHANGED = "changed-by-hand-0815";

    private Secret() {}
}
