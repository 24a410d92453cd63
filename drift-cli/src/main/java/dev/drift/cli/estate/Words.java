package dev.drift.cli.estate;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values, noting what is none at its place. */
record Words(String file, Problems problems) {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,5})(s|m|h|d)");
    private static final Pattern COLUMN = Pattern.compile(".*:([0-9]+)");

    /** Notes a problem at a place of the file. */
    void refuse(Spot at, String message) {
        problems.add(file + ":" + at, message);
    }

    Optional<Node.Text> text(Node node) {
        if (node instanceof Node.Text text && !text.isNothing()) {
            return Optional.of(text);
        }
        refuse(node.at(), "A text is expected here, not " + node.kind());
        return Optional.empty();
    }

    List<Node> items(Node node) {
        if (node instanceof Node.Items list) {
            return list.items();
        }
        refuse(node.at(), "A list is expected here, not " + node.kind() + ": [a, b]");
        return List.of();
    }

    /** What the library reads from a text; its problems are told here, at the column they name if they name one. */
    <T> Optional<T> as(Node node, Function<String, T> form) {
        return text(node).flatMap(text -> understood(text, form));
    }

    Optional<Duration> time(Node node) {
        return as(node, text -> {
            Matcher written = TIME.matcher(text);
            if (!written.matches()) {
                throw new IllegalArgumentException("\"" + text + "\" is no time: write 90s, 15m, 6h or 3d");
            }
            long number = Long.parseLong(written.group(1));
            return switch (written.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        });
    }

    Optional<Integer> number(Node node) {
        Optional<Node.Text> text = text(node);
        if (text.isPresent() && text.get().plain() && text.get().value().matches("[0-9]{1,9}")) {
            return Optional.of(Integer.valueOf(text.get().value()));
        }
        text.ifPresent(other -> refuse(other.at(), "\"" + other.value() + "\" is no whole number"));
        return Optional.empty();
    }

    private <T> Optional<T> understood(Node.Text text, Function<String, T> form) {
        try {
            return Optional.of(form.apply(text.value()));
        } catch (InvalidConfigException wrong) {
            wrong.problems().forEach(problem -> {
                Matcher column = COLUMN.matcher(problem.where());
                refuse(
                        column.matches() ? text.at(Integer.parseInt(column.group(1)) - 1) : text.at(),
                        problem.message());
            });
        } catch (IllegalArgumentException wrong) {
            refuse(text.at(), String.valueOf(wrong.getMessage()));
        }
        return Optional.empty();
    }
}
