package dev.drift.github.page;

import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownText;
import dev.drift.report.StackReport;
import java.util.List;

/** What waivers leave alone in a stack, as items of a list. */
final class WaivedText {

    private static final int MOST_RESOURCES = 10;
    private static final int LONGEST = 200;

    private WaivedText() {}

    /** Empty if they leave nothing alone. */
    static String of(StackReport stack) {
        List<ResourceFinding> waived = stack.outcome().findings().waived();
        String more = waived.size() > MOST_RESOURCES ? "  - and " + (waived.size() - MOST_RESOURCES) + " more\n" : "";
        return waived.isEmpty()
                ? ""
                : "- " + StackText.path(stack) + "\n"
                        + waived.stream()
                                .limit(MOST_RESOURCES)
                                .map(WaivedText::of)
                                .collect(joining()) + more;
    }

    private static String of(ResourceFinding resource) {
        String words = resource.address()
                + resource.waived().map(waived -> " " + waived).orElse("");
        return "  - " + MarkdownText.code(Harmless.shortened(Harmless.line(words), LONGEST)) + "\n";
    }
}
