package dev.drift.terramate.cloud.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a plan shows, fit to leave the process. At least one of the two forms is there. It is not printed.
 *
 * @param provisioner who made the plan
 * @param ascii the plan for people
 * @param document the plan for programs: the text of a JSON document
 * @param serial the serial of the state that was planned from, if it is known
 */
public record Changeset(
        Provisioner provisioner, Optional<String> ascii, Optional<String> document, OptionalLong serial) {

    /** How many bytes Terramate Cloud takes of the plan for people. */
    public static final int LONGEST_ASCII = 4_000_000;

    /** How many bytes Terramate Cloud takes of the plan for programs. */
    public static final int LONGEST_DOCUMENT = 16_000_000;

    public Changeset {
        requireNonNull(provisioner, "provisioner is null");
        requireNonNull(serial, "serial is null");
        if (ascii.isEmpty() && document.isEmpty()) {
            throw new IllegalArgumentException("A changeset holds a plan");
        }
        requireAtMost(LONGEST_ASCII, ascii);
        requireAtMost(LONGEST_DOCUMENT, document);
    }

    /** How many characters there are to send. */
    public int size() {
        return ascii.map(String::length).orElse(0)
                + document.map(String::length).orElse(0);
    }

    /** The same without the serial, as previews take it. */
    public Changeset withoutSerial() {
        return new Changeset(provisioner, ascii, document, OptionalLong.empty());
    }

    /** As it is written into requests. */
    public Value json() {
        FieldWriter fields = FieldWriter.object()
                .with("provisioner", provisioner.word())
                .with("changeset_ascii", ascii)
                .with("changeset_json", document);
        serial.ifPresent(number -> fields.with("serial", number));
        return fields.value();
    }

    @Override
    public String toString() {
        return "changeset of " + size() + " characters";
    }

    private static void requireAtMost(int bytes, Optional<String> text) {
        boolean tooLong = text.isPresent()
                && text.get().length() > bytes / 4
                && text.get().getBytes(UTF_8).length > bytes;
        if (tooLong) {
            throw new IllegalArgumentException("A changeset holds at most " + bytes + " bytes of each form");
        }
    }
}
