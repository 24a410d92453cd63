package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody noted elsewhere of a trail: that its line of that number has that hash. It finds what the trail alone cannot
 * show: that all of it was written anew from some line on.
 *
 * @param sequence the number of a line, from 1
 * @param hash its hash
 */
public record AuditAnchor(long sequence, String hash) {

    private static final Pattern GRAMMAR = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

    public AuditAnchor {
        requireNonNull(hash, "hash is null");
    }

    /**
     * The anchor that the text writes, as a head prints itself.
     *
     * @throws InvalidConfigException if it writes none
     */
    public static AuditAnchor parse(String text) {
        Matcher written = GRAMMAR.matcher(text);
        if (!written.matches() || Long.parseLong(written.group(1)) == 0) {
            throw InvalidConfigException.of(Problem.at(
                    "anchor", "\"" + text + "\" is no anchor: write LINE:HASH as drift audit verify prints it"));
        }
        return new AuditAnchor(Long.parseLong(written.group(1)), written.group(2));
    }

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
