package dev.drift.github.job;

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
import java.util.regex.Pattern;

/** The variables of a job, each only if it looks as it should. */
record JobVariables(Map<String, String> all) {

    private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final int LONGEST_EVENT = 16 * 1024 * 1024;

    JobVariables {
        all = Map.copyOf(all);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(all.get(name)).filter(value -> !value.isBlank());
    }

    Optional<String> repository() {
        return variable("GITHUB_REPOSITORY")
                .filter(name -> REPOSITORY.matcher(name).matches())
                .filter(name -> !name.startsWith(".") && !name.contains("/."));
    }

    Optional<String> commit() {
        return variable("GITHUB_SHA").filter(sha -> COMMIT.matcher(sha).matches());
    }

    Optional<String> run() {
        Optional<String> server = variable("GITHUB_SERVER_URL");
        Optional<String> id =
                variable("GITHUB_RUN_ID").filter(run -> NUMBER.matcher(run).matches());
        return repository()
                .flatMap(name -> server.flatMap(
                        address -> id.map(run -> address.replaceAll("/+$", "") + "/" + name + "/actions/runs/" + run)));
    }

    Optional<Path> file(String name) {
        try {
            return variable(name).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** From the event, if the job runs for a pull request. */
    Optional<PullRequest> pullRequest() {
        Value pull = event().field("pull_request");
        Optional<String> head = pull.field("head")
                .field("sha")
                .text()
                .filter(sha -> COMMIT.matcher(sha).matches());
        return head.flatMap(sha -> number(pull).map(number -> new PullRequest(number, sha)));
    }

    /** Who else the code of the job comes from; where the job is one of a pull request and does not say, it may be anybody. */
    Optional<String> stranger() {
        Value event = event();
        Value pull = event.field("pull_request");
        if (pull instanceof Value.Fields) {
            return apart(
                    "pull request",
                    pull.field("head").field("repo"),
                    pull.field("base").field("repo"));
        }
        Value run = event.field("workflow_run");
        if (run instanceof Value.Fields) {
            return apart("workflow run", run.field("head_repository"), event.field("repository"));
        }
        return variable("GITHUB_EVENT_NAME")
                .filter(kind -> kind.startsWith("pull_request") || kind.equals("workflow_run"))
                .map(kind -> "the event of this job cannot be read, so the change may come from a fork");
    }

    /** A fork that is deleted has no name any more. */
    private static Optional<String> apart(String what, Value source, Value target) {
        Optional<String> from = source.field("full_name").text();
        boolean isOwn = from.isPresent()
                && target.field("full_name")
                        .text()
                        .filter(from.get()::equalsIgnoreCase)
                        .isPresent();
        return isOwn
                ? Optional.empty()
                : Optional.of("the " + what + " comes from "
                        + from.map(name -> "the fork " + name).orElse("a fork that is gone"));
    }

    private static Optional<Integer> number(Value pull) {
        return Optional.of(pull.field("number"))
                .map(Value::toString)
                .filter(text -> text.matches("[1-9]\\d{0,8}"))
                .filter(text -> pull.field("number") instanceof Value.Decimal)
                .map(Integer::valueOf);
    }

    private Value event() {
        Optional<Path> file = file("GITHUB_EVENT_PATH").filter(Files::isRegularFile);
        if (file.isEmpty()) {
            return Value.ofNull();
        }
        try (InputStream event = Files.newInputStream(file.get())) {
            return Json.read(new String(event.readNBytes(LONGEST_EVENT), StandardCharsets.UTF_8));
        } catch (IOException | JsonException unreadable) {
            return Value.ofNull();
        }
    }
}
