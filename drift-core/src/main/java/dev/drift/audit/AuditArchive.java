package dev.drift.audit;

import java.util.function.Consumer;

/** Reads the files of a trail back. Safe for use by several threads. */
@FunctionalInterface
public interface AuditArchive {

    /**
     * Hands over every file of the trail, byte by byte as it is: the segments by name, then the head if there is one.
     *
     * @throws AuditException if it cannot be read; what was handed over until then is not the whole trail
     */
    void read(Consumer<AuditFile> reader) throws AuditException;
}
