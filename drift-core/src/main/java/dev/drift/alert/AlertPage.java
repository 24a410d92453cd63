package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Severity;
import dev.drift.render.Harmless;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message as lines, as many as fit. What does not fit is counted in the last line, never left out in silence.
 *
 * @param strange writes words of strangers so that they do nothing at the receiver
 * @param most how many characters all lines may have together, line ends included
 */
public record AlertPage(UnaryOperator<String> strange, int most) {

    private static final int LONGEST_WORDS = 300;
    private static final int LAST_LINE = 40;

    public AlertPage {
        requireNonNull(strange, "strange is null");
        if (most < 2 * LAST_LINE) {
            throw new IllegalArgumentException("A page holds at least a line: " + most);
        }
    }

    /** The lines. */
    public List<String> lines(Alert alert) {
        List<String> lines = new ArrayList<>();
        int left = most - LAST_LINE;
        int told = 0;
        for (AlertItem item : alert.items()) {
            String line = line(item);
            if (line.length() + 1 > left) {
                break;
            }
            lines.add(line);
            left -= line.length() + 1;
            told++;
        }
        int more = alert.items().size() - told;
        if (more > 0) {
            lines.add("and " + more + " more " + (more == 1 ? "stack" : "stacks"));
        }
        return List.copyOf(lines);
    }

    private String line(AlertItem item) {
        String severity =
                item.severity().map(Severity::word).orElse(item.verdict().word().replace('_', ' '));
        String what = item.change() == Change.RECOVERED ? "" : " " + severity;
        return item.change().word() + what + " " + words(item.stack().toString())
                + (item.about().isEmpty() ? "" : " " + words(item.about()));
    }

    private String words(String text) {
        return strange.apply(Harmless.shortened(Harmless.line(text), LONGEST_WORDS));
    }
}
