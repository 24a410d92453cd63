package dev.drift.terramate.code;

import dev.drift.code.CodeException;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Hcl;
import dev.drift.terramate.hcl.HclLimits;
import dev.drift.terramate.hcl.HclSyntaxException;
import dev.drift.terramate.hcl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of code, read.
 *
 * @param name how messages and the digest call it
 * @param source what it says
 */
record CodeFile(String name, SourceFile source) {

    /**
     * Reads a file.
     *
     * @throws CodeException if it cannot be read
     */
    static CodeFile read(Path file, String name) {
        return find(file, name)
                .orElseThrow(() -> new CodeException(name + ": The file cannot be read: it does not exist"));
    }

    /**
     * Reads a file that may be missing.
     *
     * @throws CodeException if it is there and cannot be read
     */
    static Optional<CodeFile> find(Path file, String name) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CodeException(name + ": The file cannot be read: it is no regular file");
        }
        try {
            return Optional.of(new CodeFile(name, SourceFile.read(file, name, HclLimits.standard())));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (HclSyntaxException tooLarge) {
            throw new CodeException(String.valueOf(tooLarge.getMessage()), tooLarge);
        } catch (IOException unreadable) {
            throw new CodeException(name + ": The file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The tree of the file, be it HCL or JSON.
     *
     * @throws CodeException at the place that is neither
     */
    Body body() {
        if (name.endsWith(".json")) {
            return JsonSyntax.parse(source);
        }
        try {
            return Hcl.parse(source).body();
        } catch (HclSyntaxException broken) {
            throw new CodeException(String.valueOf(broken.getMessage()), broken);
        }
    }
}
