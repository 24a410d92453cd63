package dev.drift.render;

import java.util.stream.Stream;

/** A resource as plain lines, at full length, for formats that carry text only. */
final class ResourceLines {

    private ResourceLines() {}

    static Stream<String> of(ResourceText resource) {
        String head = resource.sign() + " " + resource.address() + " " + resource.happened()
                + (resource.waived().isEmpty() ? "" : ", " + resource.waived());
        return Stream.concat(Stream.of(head), resource.fields().stream().flatMap(ResourceLines::of));
    }

    private static Stream<String> of(FieldText field) {
        String label = field.label().isEmpty() ? "" : " (" + field.label() + ")";
        if (field.moves().size() == 1) {
            return Stream.of("    " + field.path() + ": " + field.moves().get(0).values() + label);
        }
        return Stream.concat(
                Stream.of("    " + field.path() + label),
                field.moves().stream()
                        .map(move -> "      " + (move.place().isEmpty() ? "" : move.place() + " ") + move.values()));
    }
}
