package dev.drift.github.wire;

import dev.drift.config.Secret;
import dev.drift.diagnosis.Secrets;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.Response;

/**
 * One attempt, as it is spoken of when it fails.
 *
 * @param request what was asked
 * @param token what is never repeated to anybody
 * @param longestPause the longest wait that is granted
 */
record Exchange(GitHubRequest request, Secret token, Duration longestPause) {

    private static final int LONGEST_EXPLANATION = 300;

    /** No answer came. Something new may have been made by what was sent. */
    FailedAttempt broken(IOException broken, boolean hasLeft) {
        String how = broken instanceof InterruptedIOException
                ? "GitHub did not answer " + request + " in time"
                : "GitHub cannot be reached for " + request + ": " + kind(broken);
        boolean perhapsDone = hasLeft && request.verb().makesNew();
        GitHubException told = new GitHubException(GitHubFault.UNREACHABLE, how, perhapsDone);
        boolean interrupted = Thread.currentThread().isInterrupted();
        return perhapsDone || interrupted ? FailedAttempt.forGood(told) : FailedAttempt.passing(told, Optional.empty());
    }

    /** A success that cannot be understood. */
    FailedAttempt garbled(String how) {
        return FailedAttempt.forGood(new GitHubException(
                GitHubFault.GARBLED,
                "GitHub answered " + request + " " + how,
                request.verb().makesNew()));
    }

    FailedAttempt redirected() {
        return FailedAttempt.forGood(new GitHubException(
                GitHubFault.REDIRECTED,
                "GitHub answered " + request + " with another place, where the token is not sent",
                false));
    }

    /** An answer that is no success. What was limited was not carried out, so that anything may come again. */
    FailedAttempt refused(Response response, String explanation) {
        String said = "GitHub answered " + response.code() + " to " + request + useful(explanation);
        Optional<Duration> pause = Limit.of(response, explanation);
        if (pause.isPresent()) {
            return limited(said, pause.get());
        }
        GitHubFault fault = faultOf(response.code());
        boolean failing = fault == GitHubFault.FAILING;
        GitHubException told =
                new GitHubException(fault, said, failing && request.verb().makesNew());
        return failing && !request.verb().makesNew()
                ? FailedAttempt.passing(told, Optional.empty())
                : FailedAttempt.forGood(told);
    }

    private FailedAttempt limited(String said, Duration pause) {
        GitHubException told = new GitHubException(
                GitHubFault.LIMITED, said + ", and wants to be left alone for " + pause.toSeconds() + " s", false);
        return pause.compareTo(longestPause) > 0
                ? FailedAttempt.forGood(told)
                : FailedAttempt.passing(told, Optional.of(pause));
    }

    private static GitHubFault faultOf(int status) {
        return switch (status) {
            case 401 -> GitHubFault.UNAUTHORIZED;
            case 403 -> GitHubFault.FORBIDDEN;
            case 404 -> GitHubFault.NOT_FOUND;
            case 410 -> GitHubFault.GONE;
            case 429 -> GitHubFault.LIMITED;
            default ->
                status >= 500 ? GitHubFault.FAILING : status < 400 ? GitHubFault.REDIRECTED : GitHubFault.REFUSED;
        };
    }

    /** What explains it and is fit to be shown: an answer may repeat what it was asked with. */
    private String useful(String explanation) {
        String line = message(explanation).replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        boolean telling =
                line.isEmpty() || line.startsWith("<") || Secrets.isShownBy(line) || line.contains(token.reveal());
        return telling
                ? ""
                : ": " + (line.length() > LONGEST_EXPLANATION ? line.substring(0, LONGEST_EXPLANATION) + "..." : line);
    }

    private static String message(String explanation) {
        try {
            Value said = Json.read(explanation);
            String errors = said.field("errors").items().stream()
                    .flatMap(error ->
                            error.text().or(() -> error.field("message").text()).stream())
                    .limit(3)
                    .collect(Collectors.joining("; "));
            return said.field("message").text().orElse("") + (errors.isEmpty() ? "" : " (" + errors + ")");
        } catch (JsonException notJson) {
            return "";
        }
    }

    /** The kind of failure says enough: its message may quote what was sent. */
    private static String kind(IOException broken) {
        String kind = broken.getClass().getSimpleName().replaceAll("Exception$", "");
        return kind.isEmpty() || kind.equals("IO") ? "the connection broke" : kind;
    }
}
