package dev.drift.alert;

import java.util.List;
import java.util.Locale;

/** How the trouble of a stack stands to what was told of it before. */
public enum Change {
    /** There was none, or another one. */
    NEW,
    /** There was less of it: its severity rose. */
    WORSE,
    /** Nothing changed; told again only as a reminder. */
    SAME,
    /** It is over. */
    RECOVERED,
    /** It is there, and nobody knows whether that was told before: the memory of the route is out of reach. */
    OPEN;

    /** Those that a route may ask for. */
    public static List<Change> askedFor() {
        return List.of(NEW, WORSE, SAME, RECOVERED);
    }

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
