package dev.drift.terramate.probe;

import dev.drift.terramate.output.ToolLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The plan for people, which a tool prints while it plans: behind its progress, and with nothing else behind it, stand the very
 * lines that {@code show} prints of the plan file. Whatever is not as simple as that is not taken for it, and the tool is asked
 * once more. Safe for use by several threads.
 */
final class PrintedPlan {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int LONGEST_LINE = 8_000;
    private static final Pattern BEGINNING =
            Pattern.compile("Note: Objects have changed outside of (Terraform|OpenTofu)"
                    + "|(Terraform|OpenTofu) used the selected providers to generate the following execution"
                    + "|Changes to Outputs:"
                    + "|No changes\\. .*");

    /** A tool's remark on what it does, in a frame if it is not told to do without. */
    private static final Pattern REMARK = Pattern.compile("[╷│╵|]? ?(Warning|Error): .*|[╷│╵].*");

    private final List<String> lines = new ArrayList<>();
    private int characters;
    private boolean begun;
    private boolean doubtful;

    /** A line that the tool printed. */
    synchronized void add(String line) {
        if (!begun && ToolLine.progress(line).isPresent()) {
            return;
        }
        begun = true;
        characters += line.length() + 1;
        doubtful |= characters > MOST_CHARACTERS
                || line.length() > LONGEST_LINE
                || REMARK.matcher(line).matches();
        if (doubtful) {
            lines.clear();
        } else {
            lines.add(line);
        }
    }

    /** The plan as {@code show} prints it; empty if that is not certain. */
    synchronized Optional<String> text() {
        boolean begins = lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .filter(line -> BEGINNING.matcher(line).matches())
                .isPresent();
        return begins ? Optional.of(String.join("\n", lines)) : Optional.empty();
    }
}
