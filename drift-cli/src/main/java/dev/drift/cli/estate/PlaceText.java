package dev.drift.cli.estate;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place where something is kept, as it is written: a folder, or {@code s3://BUCKET/PREFIX}. */
public final class PlaceText {

    private static final String BUCKET = "s3://";

    /** A scheme has two letters or more: one letter is a drive. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+:/+).*", Pattern.DOTALL);

    private PlaceText() {}

    /**
     * The text, if it can be a place. What is written like any other address would otherwise be a folder of that name in the
     * checkout. Only its beginning is quoted, since an address may hold a password.
     *
     * @throws IllegalArgumentException if it can be none
     */
    public static String checked(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The place is missing: a folder, or s3://BUCKET/PREFIX");
        }
        if (!text.startsWith(BUCKET)) {
            refuseAddress(text, "is no place: write a folder, or s3://BUCKET/PREFIX");
        }
        return text;
    }

    /**
     * A path of this machine, of which a bucket is none either.
     *
     * @throws IllegalArgumentException if it can be none
     */
    public static Path local(String text) {
        refuseAddress(text, "is no path of this machine");
        return Path.of(text);
    }

    private static void refuseAddress(String text, String why) {
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            throw new IllegalArgumentException("\"" + address.group(1) + "...\" " + why);
        }
    }

    /** The same, with a folder taken from another one. */
    static String from(Path start, String text) {
        String place = checked(text);
        return place.startsWith(BUCKET)
                ? place
                : start.resolve(Path.of(place)).normalize().toString();
    }
}
