package dev.drift.terramate.cloud.origin;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.Metadata;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The commit that is checked out.
 *
 * @param sha its identity
 * @param author whose it is
 * @param email the author's
 * @param time when it was written, if git says so
 * @param message its lines, the first one being its title
 */
record Commit(String sha, String author, String email, Optional<Instant> time, List<String> message) {

    private static final int FIELDS = 5;

    Commit {
        requireNonNull(sha, "sha is null");
        requireNonNull(author, "author is null");
        requireNonNull(email, "email is null");
        requireNonNull(time, "time is null");
        message = List.copyOf(message);
    }

    static Optional<Commit> of(Git git) throws InterruptedException {
        return git.asked("show", "-s", "--format=%H%n%an%n%at%n%ae%n%s%n%b", "HEAD")
                .filter(lines -> lines.size() >= FIELDS)
                .map(lines -> new Commit(
                        lines.get(0).strip(),
                        lines.get(1).strip(),
                        lines.get(3).strip(),
                        time(lines.get(2).strip()),
                        lines.subList(FIELDS - 1, lines.size())));
    }

    Metadata metadata() {
        String description =
                String.join("\n", message.subList(1, message.size())).strip();
        FieldWriter fields = FieldWriter.object()
                .with("git_commit_sha", sha)
                .with("git_commit_author_name", author)
                .with("git_commit_author_email", email);
        time.ifPresent(moment -> fields.with("git_commit_author_time", moment));
        fields.with("git_commit_title", message.get(0).strip()).with("git_commit_description", description);
        return Metadata.of(fields);
    }

    private static Optional<Instant> time(String seconds) {
        return seconds.matches("\\d{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }
}
