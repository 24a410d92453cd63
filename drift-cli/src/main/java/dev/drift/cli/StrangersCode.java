package dev.drift.cli;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the code of a job comes from somebody who cannot write to the repository. Planning runs the code, with the credentials
 * of the job, so nothing of such code is planned; where the job does not say, it is taken for a stranger's.
 */
record StrangersCode(Map<String, String> environment) {

    private static final int LARGEST = 32 * 1024 * 1024;

    /** Why the code is not to be run; empty if it is the repository's own, or nothing speaks of a change request. */
    Optional<String> refusal() {
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            return github();
        }
        return environment.containsKey("GITLAB_CI") ? gitlab() : Optional.empty();
    }

    private Optional<String> github() {
        String kind = environment.getOrDefault("GITHUB_EVENT_NAME", "");
        Value event = event();
        Value pull = event.field("pull_request");
        if (pull instanceof Value.Fields) {
            return apart(
                    "pull request",
                    name(pull.field("head").field("repo")),
                    name(pull.field("base").field("repo")));
        }
        Value run = event.field("workflow_run");
        if (run instanceof Value.Fields) {
            return apart("workflow run", name(run.field("head_repository")), name(event.field("repository")));
        }
        return kind.startsWith("pull_request") || kind.equals("workflow_run")
                ? Optional.of(
                        "the event of this job cannot be read, so the change may come from a fork, whose code must not"
                                + " run with the credentials of this job")
                : Optional.empty();
    }

    private Optional<String> gitlab() {
        Optional<String> from = Optional.ofNullable(environment.get("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH"));
        Optional<String> to = Optional.ofNullable(environment.get("CI_MERGE_REQUEST_PROJECT_PATH"));
        return environment.containsKey("CI_MERGE_REQUEST_IID") ? apart("merge request", from, to) : Optional.empty();
    }

    /** A fork that is deleted has no name any more. */
    private static Optional<String> apart(String what, Optional<String> from, Optional<String> to) {
        boolean isOwn = from.isPresent() && to.isPresent() && from.get().equalsIgnoreCase(to.get());
        return isOwn
                ? Optional.empty()
                : Optional.of("the " + what + " comes from "
                        + from.map(name -> "the fork " + name).orElse("a fork that is gone")
                        + ", whose code must not run with the credentials of this job");
    }

    private static Optional<String> name(Value repository) {
        return repository.field("full_name").text();
    }

    private Value event() {
        try {
            Path file = Path.of(environment.getOrDefault("GITHUB_EVENT_PATH", ""));
            if (!Files.isRegularFile(file)) {
                return Value.ofNull();
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                return Json.read(new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8));
            }
        } catch (IOException | InvalidPathException | JsonException unreadable) {
            return Value.ofNull();
        }
    }
}
