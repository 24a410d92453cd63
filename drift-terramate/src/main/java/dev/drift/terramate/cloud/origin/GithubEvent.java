package dev.drift.terramate.cloud.origin;

import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.terramate.cloud.message.ReviewRequest.Label;
import dev.drift.terramate.cloud.message.ReviewRequest.Person;
import dev.drift.terramate.cloud.message.ReviewRequest.Revision;
import dev.drift.terramate.cloud.message.ReviewRequest.Standing;
import dev.drift.terramate.cloud.message.ReviewRequest.Subject;
import dev.drift.terramate.cloud.message.ReviewRequest.Times;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pull request that a GitHub job runs for, as the job's event describes it.
 *
 * @param pull the {@code pull_request} of the event
 */
record GithubEvent(FieldReader pull) {

    private static final long LARGEST = 32L * 1024 * 1024;
    private static final Map<String, String> SAME = Map.of(
            "html_url", "github_pull_request_url",
            "title", "github_pull_request_title",
            "body", "github_pull_request_description",
            "state", "github_pull_request_state",
            "merge_commit_sha", "github_pull_request_merge_commit_sha",
            "created_at", "github_pull_request_created_at",
            "updated_at", "github_pull_request_updated_at",
            "closed_at", "github_pull_request_closed_at",
            "merged_at", "github_pull_request_merged_at");

    /** Empty if the job does not run for a pull request, or does not say so. */
    static Optional<GithubEvent> of(UserEnvironment user) {
        return user.variable("GITHUB_EVENT_PATH")
                .flatMap(GithubEvent::read)
                .map(event -> event.field("pull_request"))
                .filter(Value.Fields.class::isInstance)
                .map(pull -> new GithubEvent(new FieldReader(pull)));
    }

    ReviewRequest reviewRequest(String repository) {
        FieldReader head = pull.inner("head");
        FieldReader base = pull.inner("base");
        FieldReader user = pull.inner("user");
        return new ReviewRequest(
                "github",
                repository,
                new Subject(
                        pull.number("number").orElse(0),
                        said(pull, "title"),
                        said(pull, "body"),
                        said(pull, "html_url"),
                        pull.list("labels").stream()
                                .map(label -> new Label(
                                        said(label, "name"), said(label, "color"), said(label, "description")))
                                .toList()),
                new Revision(said(head, "sha"), said(head, "ref"), said(base, "ref")),
                new Standing(
                        status(),
                        pull.object().field("draft").equals(Value.of(true)),
                        new Person(said(user, "login"), user.text("avatar_url"), user.text("id"))),
                new Times(pull.moment("created_at"), pull.moment("updated_at"), pushed(head.inner("repo"))));
    }

    Metadata metadata() {
        FieldWriter fields = FieldWriter.object();
        pull.number("number").ifPresent(number -> fields.with("github_pull_request_number", number));
        SAME.forEach((theirs, ours) -> fields.with(ours, pull.text(theirs)));
        person(fields, "", pull.inner("user"));
        for (String side : new String[] {"head", "base"}) {
            FieldReader end = pull.inner(side);
            String prefix = "github_pull_request_" + side;
            fields.with(prefix + "_label", end.text("label"))
                    .with(prefix + "_ref", end.text("ref"))
                    .with(prefix + "_sha", end.text("sha"));
            person(fields, side + "_", end.inner("user"));
        }
        new PullRequestPeople(pull).writeTo(fields);
        return Metadata.of(fields);
    }

    private static void person(FieldWriter fields, String prefix, FieldReader user) {
        String name = "github_pull_request_" + prefix + "author_";
        for (String what : List.of("login", "avatar_url", "gravatar_id")) {
            fields.with(name + what, user.text(what));
        }
    }

    private String status() {
        if (said(pull, "state").equals("closed")) {
            return pull.object().field("merged").equals(Value.of(true)) ? "merged" : "closed";
        }
        return "open";
    }

    private static Optional<Instant> pushed(FieldReader repository) {
        Optional<Instant> seconds = repository.number("pushed_at").isPresent()
                ? Optional.of(
                        Instant.ofEpochSecond(repository.number("pushed_at").getAsLong()))
                : Optional.empty();
        return seconds.or(() -> repository.moment("pushed_at"));
    }

    private static String said(FieldReader fields, String name) {
        return fields.text(name).orElse("");
    }

    private static Optional<Value> read(String file) {
        try {
            Path path = Path.of(file);
            return Files.size(path) > LARGEST ? Optional.empty() : Optional.of(Json.read(Files.readString(path)));
        } catch (IOException | InvalidPathException | JsonException unreadable) {
            return Optional.empty();
        }
    }
}
