package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/** How much may still be written, in bytes, and how many records found no room. */
final class Room {

    /** What lies around records is written as long as so much is left. */
    private static final int LEAST = 4096;

    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int left;

    Room(int bytes) {
        this.left = bytes;
    }

    int left() {
        return left;
    }

    /** Whether there is room to open another part. */
    boolean isOpen() {
        return left > LEAST;
    }

    /** Takes room for a record, unless it needs more than there is. */
    boolean takes(String record, int atLeastLeft) {
        int bytes = bytes(record) + 1;
        if (left - bytes < Math.max(LEAST, atLeastLeft)) {
            return false;
        }
        left -= bytes;
        return true;
    }

    /** Takes room for what lies around records. */
    void spend(String around) {
        left -= bytes(around);
    }

    /** A record of a section was left out. */
    void miss(String section) {
        leftOut.merge(section, 1, Integer::sum);
    }

    /** How many records of which section were left out. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
