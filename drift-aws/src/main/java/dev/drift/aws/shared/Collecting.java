package dev.drift.aws.shared;

import java.util.Map;

/**
 * How often a tool collects its garbage. It lives for a fraction of a second and needs some 60 MiB, so by Go's default a third of
 * its time goes into collecting what its end would free at once. A stack of hundreds of objects does need it, which the limit
 * sees to: with 500 a tool takes 295 MiB, and would take 527 without the limit, 145 by Go's default.
 */
final class Collecting {

    private static final String GROWTH = "GOGC";
    private static final String LIMIT = "GOMEMLIMIT";
    private static final Map<String, String> SELDOM = Map.of(GROWTH, "1600", LIMIT, "256MiB");

    private Collecting() {}

    /** What to lend so that a tool collects seldom, unless somebody has said how often. */
    static Map<String, String> seldom(Map<String, String> environment) {
        boolean said = environment.containsKey(GROWTH) || environment.containsKey(LIMIT);
        return said ? Map.of() : SELDOM;
    }
}
