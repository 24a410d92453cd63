package dev.drift.terramate.hcl;

import java.util.Objects;

/**
 * One file, read.
 *
 * @param source what was read
 * @param body its attributes and blocks
 */
public record HclFile(SourceFile source, Body body) {

    public HclFile {
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(body, "body is null");
    }
}
