package dev.drift.github.sink;

import dev.drift.github.page.CheckOutput;
import dev.drift.github.page.Footer;
import dev.drift.github.wire.GitHubException;
import dev.drift.render.Harmless;
import dev.drift.value.Value;

/** The verdict as the status of a commit: one line of at most 140 characters. */
final class CommitStatus {

    private static final int LONGEST = 140;

    private final Repository repository;
    private final String commit;
    private final Footer footer;

    CommitStatus(Repository repository, String commit, Footer footer) {
        this.repository = repository;
        this.commit = commit;
        this.footer = footer;
    }

    /** Writes it unless the newest status of the name says the same. Twice the same status is harmless. */
    void write(CheckOutput output) throws GitHubException {
        Value state = Value.of(
                switch (output.conclusion()) {
                    case "success", "neutral" -> "success";
                    case "action_required" -> "failure";
                    default -> "error";
                });
        String name = output.subject().name();
        Value description = Value.of(Harmless.shortened(output.title(), LONGEST));
        boolean said = repository.list(repository.reading("commits", commit, "statuses"), 1).items().stream()
                .filter(status -> status.field("context").equals(Value.of(name)))
                .findFirst()
                .filter(status -> status.field("state").equals(state)
                        && status.field("description").equals(description))
                .isPresent();
        if (!said) {
            Fields status = Fields.of("context", name).and("state", state).and("description", description);
            footer.run().ifPresent(address -> status.and("target_url", address));
            repository.post(status.value(), "statuses", commit);
        }
    }
}
