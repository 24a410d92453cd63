package dev.drift.cli.estate;

import dev.drift.config.Nearest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of one place of the file, of which only some are known; an unknown one is told with the known ones close to it. */
final class Section {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Words words;
    private final Spot at;

    private Section(Spot at, Words words) {
        this.at = at;
        this.words = words;
    }

    /** The section that a node is; without fields, after telling so, if it is none. */
    static Section of(Node node, List<String> known, Words words) {
        Section section = named(node, words);
        section.values.keySet().retainAll(known);
        if (node instanceof Node.Fields fields) {
            fields.entries().stream()
                    .map(Node.Entry::key)
                    .filter(key -> !known.contains(key.value()))
                    .forEach(key -> words.refuse(key.at(), unknown(key.value(), known)));
        }
        return section;
    }

    /** A section whose fields are names that somebody chose. */
    static Section named(Node node, Words words) {
        Section section = new Section(node.at(), words);
        if (node instanceof Node.Fields fields) {
            fields.entries().forEach(entry -> section.values.put(entry.key().value(), entry.value()));
        } else {
            words.refuse(node.at(), "Fields are expected here, not " + node.kind());
        }
        return section;
    }

    private static String unknown(String key, List<String> known) {
        String question = Nearest.question(key, known);
        return "\"" + key + "\" is not known here"
                + (question.isEmpty() ? ": it is one of " + String.join(", ", known) : question);
    }

    Spot at() {
        return at;
    }

    Words words() {
        return words;
    }

    Map<String, Node> values() {
        return values;
    }

    Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> text(String key) {
        return as(key, text -> text);
    }

    <T> Optional<T> as(String key, Function<String, T> form) {
        return value(key).flatMap(node -> words.as(node, form));
    }

    Optional<Integer> number(String key) {
        return value(key).flatMap(words::number);
    }

    Optional<Duration> time(String key) {
        return value(key).flatMap(words::time);
    }

    /** What the items of a list are; empty if there is none. */
    <T> List<T> items(String key, Function<String, T> form) {
        return value(key).map(words::items).orElse(List.of()).stream()
                .flatMap(item -> words.as(item, form).stream())
                .toList();
    }

    /** What is made of something that was read; what it refuses is told at the field. */
    <S, T> Optional<T> made(String key, Optional<S> read, Function<S, T> form) {
        try {
            return read.map(form);
        } catch (IllegalArgumentException refused) {
            words.refuse(value(key).map(Node::at).orElse(at), String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /** The one of several fields of which one must be there. */
    Optional<String> only(List<String> keys) {
        List<String> present = keys.stream().filter(values::containsKey).toList();
        if (present.size() != 1) {
            words.refuse(
                    at,
                    "One of " + String.join(", ", keys) + " must be said"
                            + (present.isEmpty() ? "" : ", not " + String.join(" and ", present)));
            return Optional.empty();
        }
        return Optional.of(present.get(0));
    }
}
