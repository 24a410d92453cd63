package dev.drift.terramate.project;

import dev.drift.config.Problem;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Hcl;
import dev.drift.terramate.hcl.HclLimits;
import dev.drift.terramate.hcl.HclSyntaxException;
import dev.drift.terramate.hcl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * A Terramate file, read or not.
 *
 * @param directory where it lies
 * @param body what it says; empty if it could not be read
 * @param problem why it could not be read; empty if it was
 */
record ParsedFile(Path directory, Optional<Body> body, Optional<Problem> problem) {

    /** Reads the file under the name that messages use. */
    static ParsedFile of(Path file, String name) {
        Path directory = file.resolveSibling("").normalize();
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                return failed(directory, Problem.at(name, "The file cannot be read: it is no regular file"));
            }
            SourceFile source = SourceFile.read(file, name, HclLimits.standard());
            return new ParsedFile(directory, Optional.of(Hcl.parse(source).body()), Optional.empty());
        } catch (HclSyntaxException broken) {
            return failed(directory, Problem.at(broken.span().toString(), broken.problem()));
        } catch (IOException unreadable) {
            return failed(directory, Problem.at(name, "The file cannot be read: " + Reasons.of(unreadable)));
        }
    }

    private static ParsedFile failed(Path directory, Problem problem) {
        return new ParsedFile(directory, Optional.empty(), Optional.of(problem));
    }
}
