package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plan says about itself: its format, and whether it is whole. */
final class PlanState {

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})([-+.].{0,40})?");

    private boolean formatKnown;
    private boolean errored;
    private boolean incomplete;
    private int deferred;

    /** Reads one field of the plan, the parser standing at its value. */
    void read(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "format_version" -> readFormat(parser);
            case "errored" -> errored = parser.currentToken() == JsonToken.VALUE_TRUE;
            case "complete" -> incomplete = parser.currentToken() == JsonToken.VALUE_FALSE;
            case "deferred_changes", "deferred_action_invocations" ->
                ObjectReader.of(parser).forEachItem(() -> deferred++);
            default -> {}
        }
    }

    /** What the plan itself says it lacks. */
    List<Gap> gaps() {
        if (errored) {
            return List.of(partial("the plan ended with an error, so not everything was looked at"));
        }
        if (deferred > 0) {
            return List.of(partial("the plan defers " + deferred + " changes to a later one"));
        }
        return incomplete ? List.of(partial("the plan is partial: it was told to look at targets only")) : List.of();
    }

    /** Whether planning stopped at an error. */
    boolean errored() {
        return errored;
    }

    /** A gap of the plan as a whole. */
    static Gap partial(String reason) {
        return new Gap(ProbePhase.PLAN, reason, Optional.empty());
    }

    /** Refuses documents that are something else, which would look like a plan in which nothing moved. */
    void requireKnownFormat(Set<String> sections, Set<String> marksOfAPlan) throws PlanDefect {
        if (sections.contains("@level") || sections.contains("@message")) {
            throw new PlanDefect("this is the log of plan -json: hand in the output of show -json for a plan file");
        }
        if (!formatKnown) {
            throw new PlanDefect("this is no plan: it has no format_version");
        }
        if (Collections.disjoint(sections, marksOfAPlan)) {
            throw new PlanDefect(
                    sections.contains("values")
                            ? "this is a state, no plan: hand in the output of show -json for a plan file"
                            : "this is no plan: it has none of the sections of one");
        }
    }

    private void readFormat(JsonParser parser) throws IOException {
        String written = ValueReader.text(parser);
        Matcher format = FORMAT.matcher(written);
        if (!format.matches()) {
            throw PlanDefect.at(parser, "has a format_version that is no version");
        }
        int major = Integer.parseInt(format.group(1));
        if (major > 1) {
            throw new PlanDefect("plan format " + written + " is newer than known");
        }
        if (major < 1) {
            throw new PlanDefect("plan format " + written + " is older than known: it does not tell drift apart");
        }
        formatKnown = true;
    }
}
