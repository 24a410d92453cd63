package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The pull or merge request that a change is reviewed in.
 *
 * @param platform {@code github}, {@code gitlab} or {@code bitbucket}
 * @param repository the normalised name of its repository
 * @param subject what it is about
 * @param revision what it would merge
 * @param standing how far it has come
 * @param times when what happened to it
 */
public record ReviewRequest(
        String platform, String repository, Subject subject, Revision revision, Standing standing, Times times) {

    public ReviewRequest {
        requireNonNull(platform, "platform is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(revision, "revision is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(times, "times is null");
        if (repository.isBlank()) {
            throw new IllegalArgumentException("A review request belongs to a repository");
        }
    }

    /**
     * What it is about.
     *
     * @param number its number in the repository
     * @param title its headline
     * @param description what it says, possibly empty
     * @param url its page
     * @param labels its labels; those without a name are left out
     */
    public record Subject(long number, String title, String description, String url, List<Label> labels) {
        public Subject {
            requireNonNull(title, "title is null");
            requireNonNull(description, "description is null");
            requireNonNull(url, "url is null");
            labels = labels.stream().filter(label -> !label.name().isBlank()).toList();
        }
    }

    /**
     * A label.
     *
     * @param name what it says
     * @param color six hexadecimal digits; empty if that is not known
     * @param description what it means; empty if nothing says so
     */
    public record Label(String name, String color, String description) {
        public Label {
            requireNonNull(name, "name is null");
            requireNonNull(color, "color is null");
            requireNonNull(description, "description is null");
        }

        /** One of which only the name is known. */
        public static Label named(String name) {
            return new Label(name, "", "");
        }
    }

    /**
     * What it would merge.
     *
     * @param commit the newest commit
     * @param branch where it comes from
     * @param baseBranch where it goes to
     */
    public record Revision(String commit, String branch, String baseBranch) {
        public Revision {
            requireNonNull(commit, "commit is null");
            requireNonNull(branch, "branch is null");
            requireNonNull(baseBranch, "baseBranch is null");
        }
    }

    /**
     * How far it has come.
     *
     * @param status {@code open}, {@code closed} or {@code merged}; {@code opened} on GitLab
     * @param draft whether it is not yet to be reviewed
     * @param author who made it
     */
    public record Standing(String status, boolean draft, Person author) {
        public Standing {
            requireNonNull(status, "status is null");
            requireNonNull(author, "author is null");
        }
    }

    /**
     * When what happened to it.
     *
     * @param created when it was made
     * @param updated when it last changed
     * @param pushed when its newest commit came
     */
    public record Times(Optional<Instant> created, Optional<Instant> updated, Optional<Instant> pushed) {
        public Times {
            requireNonNull(created, "created is null");
            requireNonNull(updated, "updated is null");
            requireNonNull(pushed, "pushed is null");
        }
    }

    /**
     * Somebody on the platform.
     *
     * @param login the name
     * @param avatarUrl a picture, if there is one
     * @param id the number, if it is known
     */
    public record Person(String login, Optional<String> avatarUrl, Optional<String> id) {
        public Person {
            requireNonNull(login, "login is null");
            requireNonNull(avatarUrl, "avatarUrl is null");
            requireNonNull(id, "id is null");
        }
    }

    /** As it is written into requests. How many approved and which checks passed is not known here and written as none. */
    public Value json() {
        FieldWriter fields = FieldWriter.object()
                .with("platform", Value.of(platform))
                .with("repository", repository)
                .with("commit_sha", Value.of(revision.commit()))
                .with("number", subject.number())
                .with("title", Value.of(subject.title()))
                .with("description", Value.of(subject.description()))
                .with("url", Value.of(subject.url()));
        if (!subject.labels().isEmpty()) {
            fields.withAll(
                    "labels",
                    subject.labels().stream().map(ReviewRequest::label).toList());
        }
        fields.with("author", author())
                .with("status", Value.of(standing.status()))
                .with("draft", Value.of(standing.draft()));
        for (String count :
                List.of("changes_requested", "approved", "checks_total", "checks_failure", "checks_success")) {
            fields.with(count + "_count", 0);
        }
        times.created().ifPresent(moment -> fields.with("created_at", moment));
        times.updated().ifPresent(moment -> fields.with("updated_at", moment));
        times.pushed().ifPresent(moment -> fields.with("pushed_at", moment.getEpochSecond()));
        return fields.with("branch", Value.of(revision.branch()))
                .with("base_branch", Value.of(revision.baseBranch()))
                .value();
    }

    private static Value label(Label label) {
        return FieldWriter.object()
                .with("name", label.name())
                .with("color", label.color())
                .with("description", label.description())
                .value();
    }

    private Value author() {
        return FieldWriter.object()
                .with("login", Value.of(standing.author().login()))
                .with("avatar_url", standing.author().avatarUrl())
                .with("id", standing.author().id())
                .value();
    }
}
