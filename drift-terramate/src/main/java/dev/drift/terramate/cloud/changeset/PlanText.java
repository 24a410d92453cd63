package dev.drift.terramate.cloud.changeset;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.observation.KnownSecrets;
import dev.drift.terramate.output.SafeText;
import dev.drift.terramate.plan.SanitizedPlan;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A plan for people.
 *
 * @param text what the tool rendered, secrets hidden
 */
record PlanText(String text) {

    /** Every object that changes begins with such a line. */
    private static final String RECORD = "\n  # ";

    private static final int RESERVE = 200;

    /** What a tool rendered, without what the plan is known to keep secret and what gives itself away. */
    static PlanText of(String rendered, Optional<KnownSecrets> secrets) {
        String known = secrets.map(each -> each.hiddenIn(rendered, SanitizedPlan.HIDDEN))
                .orElse(rendered);
        return new PlanText(known.lines().map(SafeText::line).collect(Collectors.joining("\n")));
    }

    /** With a remark at its end, cut before the first object that does not fit, and saying so. */
    String within(int mostBytes, Optional<String> remark) {
        String end = remark.map(said -> "\n\n[drift] " + said).orElse("");
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length + end.length() <= mostBytes) {
            return text + end;
        }
        int room = Math.max(0, mostBytes - RESERVE - end.length());
        String fitting = new String(bytes, 0, boundary(bytes, room), UTF_8);
        int record = fitting.lastIndexOf(RECORD);
        String kept = record > 0 ? fitting.substring(0, record) : fitting.substring(0, lastLine(fitting));
        int lost = bytes.length - kept.getBytes(UTF_8).length;
        return kept + "\n\n[drift] The plan is longer than can be shown: " + lost + " of " + bytes.length
                + " bytes are left out here." + end;
    }

    /** The last place before a position at which no character is cut in two. */
    private static int boundary(byte[] bytes, int position) {
        int at = position;
        while (at > 0 && (bytes[at] & 0xc0) == 0x80) {
            at--;
        }
        return at;
    }

    private static int lastLine(String text) {
        return Math.max(0, text.lastIndexOf('\n'));
    }
}
