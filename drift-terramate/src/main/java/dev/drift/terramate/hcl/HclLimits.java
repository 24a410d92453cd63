package dev.drift.terramate.hcl;

/**
 * What is too much for one file: hostile input must cost little and say so.
 *
 * @param characters how long a file may be, in UTF-16 units; a file that is read may have as many bytes
 * @param nesting how deep brackets, blocks and templates may stand in each other
 */
public record HclLimits(int characters, int nesting) {

    private static final HclLimits STANDARD = new HclLimits(2 * 1024 * 1024, 250);

    public HclLimits {
        if (characters < 1 || nesting < 1) {
            throw new IllegalArgumentException("HCL limits are at least 1: " + characters + ", " + nesting);
        }
    }

    /** Two million characters, 250 levels: far beyond what people write, and within a thread's default stack. */
    public static HclLimits standard() {
        return STANDARD;
    }
}
