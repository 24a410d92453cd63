package dev.drift.cli.estate;

import dev.drift.diagnosis.Waiver;
import dev.drift.stack.Selector;
import dev.drift.stack.StackFilter;
import dev.drift.stack.StackPath;
import dev.drift.value.ValuePath;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one waiver. */
final class WaiverReader {

    private static final Map<String, String> MISSING = Map.of(
            "resource", "The resource is missing: an address, in which * stands for any part of it",
            "until", "The end is missing: until: 2026-12-31",
            "reason", "The reason is missing: why the drift is left alone");

    private final Section section;

    WaiverReader(Node node, Words words) {
        this.section = Section.of(node, Known.WAIVER, words);
    }

    Optional<Waiver> waiver() {
        Optional<StackFilter> stacks = stacks();
        Stream.of("resource", "until", "reason")
                .filter(key -> section.value(key).isEmpty())
                .forEach(key -> section.words().refuse(section.at(), MISSING.getOrDefault(key, "")));
        Optional<String> resource =
                section.as("resource", text -> sample(text, "?", "?").resource());
        Optional<ValuePath> field = section.as("field", ValuePath::parse);
        Optional<LocalDate> until = section.as("until", WaiverReader::date);
        Optional<String> reason =
                section.as("reason", text -> sample("?", text, "?").reason());
        Optional<String> by = section.as("by", text -> sample("?", "?", text)).flatMap(Waiver::by);
        if (isWrong("field", field) || isWrong("by", by)) {
            return Optional.empty();
        }
        return stacks.flatMap(where -> resource.flatMap(what -> until.flatMap(
                end -> section.made("resource", reason, why -> new Waiver(where, what, field, end, why, by)))));
    }

    /** Without what is wrong a waiver would leave more alone than was meant. */
    private boolean isWrong(String key, Optional<?> read) {
        return section.value(key).isPresent() && read.isEmpty();
    }

    private Optional<StackFilter> stacks() {
        if (section.value("stack").isEmpty() && section.value("select").isEmpty()) {
            section.words()
                    .refuse(
                            section.at(),
                            "The stacks are missing: stack: /stacks/prod/web, or select: Environment:prod");
        }
        Optional<StackFilter> one = section.as("stack", text -> new StackFilter.At(StackPath.of(text)));
        Optional<StackFilter> some = section.as("select", WaiverReader::selector);
        return isWrong("stack", one) || isWrong("select", some)
                ? Optional.empty()
                : Stream.of(one, some).flatMap(Optional::stream).reduce(StackFilter::both);
    }

    private static Selector selector(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A selector is missing: Environment:prod");
        }
        return Selector.parse(text);
    }

    /** What it refuses is told at the field that it is about. */
    private static Waiver sample(String resource, String reason, String by) {
        Optional<ValuePath> some = Optional.of(ValuePath.of("field"));
        return new Waiver(Selector.EVERYTHING, resource, some, LocalDate.MAX, reason, Optional.of(by));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("\"" + text + "\" is no date: write 2026-12-31", none);
        }
    }
}
