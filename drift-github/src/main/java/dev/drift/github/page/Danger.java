package dev.drift.github.page;

import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownText;
import dev.drift.report.StackReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is gone, and what an apply would destroy, in alerts that nobody overlooks. */
final class Danger {

    private static final int MOST = 10;
    private static final int LONGEST = 120;
    private static final Set<ChangeAction> GONE = Set.of(ChangeAction.DELETE, ChangeAction.REPLACE);

    private Danger() {}

    /** The alerts for some stacks; empty if there is no danger. */
    static String in(List<StackReport> stacks) {
        List<String> gone = stacks.stream()
                .flatMap(stack -> named(stack, stack.outcome().findings().drift()))
                .toList();
        List<String> doomed = stacks.stream()
                .flatMap(stack ->
                        named(stack, stack.outcome().findings().pending().resources()))
                .toList();
        return alert("Gone or replaced behind the code's back", gone)
                + alert("An apply would destroy or replace", doomed);
    }

    private static Stream<String> named(StackReport stack, List<ResourceFinding> findings) {
        return findings.stream()
                .filter(finding -> GONE.contains(finding.action()))
                .map(finding -> code(finding.address().toString()) + " in "
                        + code(stack.stack().path().toString()));
    }

    /** An alert that names objects, given in code already, and counts those beyond the first ten. */
    static String alert(String title, List<String> objects) {
        return alert("CAUTION", title, objects);
    }

    /** The same of another kind, in GitHub's word. */
    static String alert(String kind, String title, List<String> objects) {
        if (objects.isEmpty()) {
            return "";
        }
        String shown =
                objects.stream().limit(MOST).map(each -> "> - " + each + "\n").collect(joining());
        String more = objects.size() > MOST ? "> - and " + (objects.size() - MOST) + " more\n" : "";
        return "\n> [!" + kind + "]\n> **" + title + ": " + Count.of(objects.size(), "resource") + "**\n>\n" + shown
                + more;
    }

    static String code(String text) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), LONGEST));
    }
}
