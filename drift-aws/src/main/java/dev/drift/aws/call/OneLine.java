package dev.drift.aws.call;

import java.util.List;
import java.util.regex.Pattern;

/** Makes one short line of what others say, without what looks like a key. */
final class OneLine {

    private static final int LONGEST = 300;
    private static final Pattern KEY_ID = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}");
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[\\w-]+(?:\\.[\\w-]*)*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/=]{40,}");
    private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");

    private OneLine() {}

    static String of(String text) {
        String shortened = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        String line = NOT_PRINTED.matcher(shortened).replaceAll(" ").strip();
        String clean = line;
        for (Pattern secret : List.of(KEY_ID, TOKEN, KEY)) {
            clean = secret.matcher(clean).replaceAll("[redacted]");
        }
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
