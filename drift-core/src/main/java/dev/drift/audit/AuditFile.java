package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One file of a trail, as it lies at its place. It is no record, because bytes have no equality.
 */
public final class AuditFile {

    /** The name of the file that says where the trail ends. */
    public static final String HEAD = "head.json";

    private static final Pattern SEGMENT = Pattern.compile("[0-9]{16}\\.jsonl");

    private final String name;
    private final String place;
    private final byte[] content;

    /**
     * A file.
     *
     * @param name its name within the trail
     * @param place where it lies, for messages
     * @param content all of it; not copied, so hand it over and let go
     */
    public AuditFile(String name, String place, byte[] content) {
        this.name = requireNonNull(name, "name is null");
        this.place = requireNonNull(place, "place is null");
        this.content = requireNonNull(content, "content is null");
    }

    /** Whether a file of that name holds lines of a trail. */
    public static boolean isSegment(String name) {
        return SEGMENT.matcher(name).matches();
    }

    /** The name of the segment whose first line has that number. Names sort as their lines do. */
    public static String segment(long firstSequence) {
        return String.format(Locale.ROOT, "%016d.jsonl", firstSequence);
    }

    /** Its name within the trail. */
    public String name() {
        return name;
    }

    /** Where it lies. */
    public String place() {
        return place;
    }

    byte[] content() {
        return content;
    }

    @Override
    public String toString() {
        return place;
    }
}
