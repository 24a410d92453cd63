package dev.drift.aws.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds out whether Terragrunt gives its stacks variables that nobody else sees: credentials of a role, say, which a shared
 * process would do without. What a stack includes can lie anywhere in its repository, so the repository is looked at as a
 * whole, once in a while.
 */
final class TerragruntCredentials {

    private static final Pattern GIVES = Pattern.compile("\\b(iam_role|iam_web_identity_token|env_vars)\\b");
    private static final Pattern VARIABLE =
            Pattern.compile("(TG|TERRAGRUNT)_(IAM_(ASSUME_)?ROLE|IAM_WEB_IDENTITY_TOKEN|AUTH_PROVIDER_CMD)");
    private static final Duration KNOWN = Duration.ofMinutes(1);
    private static final int MOST_FILES = 20_000;
    private static final int LONGEST_FILE = 1024 * 1024;

    private static final Map<Path, Scan> SCANS = new ConcurrentHashMap<>();

    private TerragruntCredentials() {}

    /** What was found, and when. */
    private record Scan(Optional<String> found, long at) {
        boolean isRecent() {
            return System.nanoTime() - at < KNOWN.toNanos();
        }
    }

    /** What gives such variables, in words for a report. */
    static Optional<String> in(Path repository, Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> !variable.getValue().isBlank())
                .map(Map.Entry::getKey)
                .filter(VARIABLE.asMatchPredicate())
                .sorted()
                .findFirst()
                .or(() -> inFiles(repository));
    }

    private static Optional<String> inFiles(Path repository) {
        SCANS.values().removeIf(scan -> !scan.isRecent());
        return SCANS.computeIfAbsent(repository, root -> new Scan(scanned(root), System.nanoTime()))
                .found();
    }

    private static Optional<String> scanned(Path repository) {
        Scanning scanning = new Scanning();
        try {
            Files.walkFileTree(repository, scanning);
            return scanning.found;
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of("a file that cannot be read");
        }
    }

    private static final class Scanning extends SimpleFileVisitor<Path> {

        private Optional<String> found = Optional.empty();
        private int files;

        /** Caches and what tools keep are none of the code. */
        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = String.valueOf(directory.getFileName());
            return name.startsWith(".") && name.length() > 1 ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (name.endsWith(".hcl") || name.endsWith(".hcl.json")) {
                files++;
                if (files > MOST_FILES || attributes.size() > LONGEST_FILE) {
                    found = Optional.of("more code than can be looked through");
                } else if (GIVES.matcher(Files.readString(file)).find()) {
                    found = Optional.of(name);
                }
            }
            return found.isPresent() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
