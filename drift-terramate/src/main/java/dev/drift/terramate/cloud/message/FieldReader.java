package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads an object leniently: fields may be missing, null or of another kind, identities may come as texts or as numbers.
 *
 * @param object what was answered
 */
public record FieldReader(Value object) {

    private static final int LONGEST_NUMBER = 18;

    public FieldReader {
        requireNonNull(object, "object is null");
    }

    /** The text of a field, or the digits of a number; empty if there is neither. */
    public Optional<String> text(String name) {
        Value value = object.field(name);
        return value instanceof Value.Decimal number ? Optional.of(number.toString()) : value.text();
    }

    /** The whole number of a field, also if it is written as a text; empty if there is none. */
    public OptionalLong number(String name) {
        Optional<String> digits =
                text(name).filter(text -> text.length() <= LONGEST_NUMBER && text.matches("-?\\d{1,18}"));
        return digits.isPresent() ? OptionalLong.of(Long.parseLong(digits.get())) : OptionalLong.empty();
    }

    /** The moment of a field; empty if there is none, or none that can be read. */
    public Optional<Instant> moment(String name) {
        try {
            return text(name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The objects that a field lists; none if it lists nothing. */
    public List<FieldReader> list(String name) {
        return listed(object.field(name));
    }

    /** The object of a field; one without fields if it holds none. */
    public FieldReader inner(String name) {
        return new FieldReader(object.field(name));
    }

    /** The objects of an answer that is a list. */
    public static List<FieldReader> listed(Value answer) {
        return answer.items().stream().map(FieldReader::new).toList();
    }

    /**
     * The text of a field without which the answer is of no use.
     *
     * @throws CloudException if it is missing
     */
    public String required(String name) throws CloudException {
        return text(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new CloudException(
                        CloudFault.GARBLED, "Terramate Cloud answered without the field \"" + name + "\""));
    }

    /** What was answered may hold what only the asker may see. */
    @Override
    public String toString() {
        return "fields of an answer";
    }
}
