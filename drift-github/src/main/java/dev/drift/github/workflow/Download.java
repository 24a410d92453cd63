package dev.drift.github.workflow;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file that a job takes from somewhere, and does not use unless it is the right one.
 *
 * @param address where it is, by {@code https}
 * @param sha256 its SHA-256 in 64 hexadecimal digits, kept in lower case
 */
public record Download(String address, String sha256) {

    private static final Pattern ADDRESS = Pattern.compile("https://[\\w.-]+(?::\\d+)?/[\\w.~:/?#@!&()*+,;=%-]+");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Download {
        requireNonNull(address, "address is null");
        sha256 = requireNonNull(sha256, "sha256 is null").toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("\"" + address + "\" is no address of a file that begins with https://");
        }
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is no SHA-256: it has 64 hexadecimal digits");
        }
    }
}
