package dev.drift.terramate.probe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds, in what a tool printed when it failed, the line that tells why. */
final class FirstUsefulLine {

    private static final int LONGEST = 400;
    private static final Pattern FRAME = Pattern.compile(
            "^ERRO\\[\\d+\\] |^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (ERROR|STDERR) ([^:]*: )?|^\\s*[│╷╵|]?\\s?");
    private static final Pattern ERROR = Pattern.compile("^\\s*(Error: .*)$");
    /** What stands before the errors and says only that there are some. */
    private static final Pattern PREFACE = Pattern.compile(".*encountered problems during initiali[sz]ation.*");

    /** Many summaries say once more that they are errors. */
    private static final Pattern ONCE = Pattern.compile("^Error: (?=(Error|Failed)\\b)");

    private static final Pattern CRASH = Pattern.compile("^\\s*(panic: .*|fatal error: .*|.*\\bCRASH\\b.*)$");
    private static final Pattern PLACE = Pattern.compile("^\\s*on (\\S.*?) line (\\d+)\\b.*$");
    private static final Pattern SOURCE = Pattern.compile("^\\s*(\\d+: .*|├─.*|with .*,|on .*:|│.*)$");

    private FirstUsefulLine() {}

    /** The first error with its place and the first sentence of its detail; else what looks like a crash; else the last words. */
    static Optional<String> of(List<String> printed) {
        List<String> lines = printed.stream().map(FirstUsefulLine::unframed).toList();
        return firstError(lines)
                .or(() -> lines.stream().filter(CRASH.asMatchPredicate()).findFirst())
                .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((earlier, later) -> later))
                .map(String::strip)
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
    }

    private static Optional<String> firstError(List<String> lines) {
        List<Integer> errors = IntStream.range(0, lines.size())
                .filter(at -> ERROR.matcher(lines.get(at)).matches())
                .boxed()
                .toList();
        return errors.stream()
                .filter(at -> !PREFACE.matcher(lines.get(at)).matches())
                .findFirst()
                .or(() -> errors.stream().findFirst())
                .map(at -> told(lines.subList(at, lines.size())));
    }

    /** A diagnostic: a summary, perhaps a place with a piece of source, then the detail, each apart by an empty line. */
    private static String told(List<String> diagnostic) {
        StringBuilder told =
                new StringBuilder(ONCE.matcher(diagnostic.get(0).strip()).replaceFirst(""));
        StringBuilder detail = new StringBuilder();
        for (String line : diagnostic.subList(1, diagnostic.size())) {
            Matcher place = PLACE.matcher(line);
            if (ERROR.matcher(line).matches() || (line.isBlank() && !detail.isEmpty())) {
                break;
            }
            if (place.matches()) {
                told.append(" (")
                        .append(place.group(1))
                        .append(':')
                        .append(place.group(2))
                        .append(')');
            } else if (!line.isBlank() && !SOURCE.matcher(line).matches()) {
                detail.append(detail.isEmpty() ? ": " : " ").append(line.strip());
            }
        }
        return told.append(detail).toString();
    }

    private static String unframed(String line) {
        return FRAME.matcher(line).replaceFirst("");
    }
}
