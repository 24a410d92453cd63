package dev.drift.audit;

import dev.drift.testing.AuditNotes;
import java.nio.file.Path;

/** A process that appends to a trail while others do. */
final class Appending {

    private Appending() {}

    public static void main(String[] arguments) throws AuditException {
        for (int piece = 0; piece < 20; piece++) {
            AuditFolder.at(Path.of(arguments[0])).append(AuditNotes.of(arguments[1], 2));
        }
    }
}
