package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is let in, and to what. */
final class Door {

    final FakeApp app = new FakeApp();
    private final Set<String> withheld = new HashSet<>();
    private boolean readOnly;

    void withhold(String permission) {
        withheld.add(permission);
    }

    void lockWrites() {
        readOnly = true;
    }

    /** Why somebody is not let in; empty if they are. */
    Optional<Reply> refusal(Asked asked) {
        String brought = asked.authorization().replaceFirst("^Bearer ", "");
        if (asked.path().startsWith("/app/") || asked.path().endsWith("/installation")) {
            return app.refusal(brought);
        }
        boolean known = brought.equals(FakeGitHub.TOKEN) || app.token(brought).isPresent();
        return known ? Optional.empty() : Optional.of(Reply.refused(401, "Bad credentials"));
    }

    /** Why an operation is not allowed; empty if it is. */
    Optional<Reply> refusal(Asked asked, String operation) {
        String permission = permission(operation);
        Optional<Map<String, Value>> granted =
                app.token(asked.authorization().replaceFirst("^Bearer ", "")).map(FakeApp.Token::permissions);
        boolean allowed = !withheld.contains(permission) && (asked.reads() || !readOnly);
        boolean within = granted.isEmpty()
                || permission.isEmpty()
                || Optional.ofNullable(granted.get().get(permission))
                        .filter(grant -> asked.reads() || grant.equals(Value.of("write")))
                        .isPresent();
        return allowed && within
                ? Optional.empty()
                : Optional.of(Reply.refused(403, "Resource not accessible by integration"));
    }

    private static String permission(String operation) {
        return switch (operation) {
            case "issues/list-comments", "issues/create-comment", "issues/update-comment" -> "pull_requests";
            case "issues/list-for-repo", "issues/create", "issues/update" -> "issues";
            case "checks/create", "checks/update", "checks/list-for-ref" -> "checks";
            case "repos/create-commit-status", "repos/list-commit-statuses-for-ref" -> "statuses";
            case "repos/list-deployments",
                    "repos/create-deployment",
                    "repos/list-deployment-statuses",
                    "repos/create-deployment-status" -> "deployments";
            default -> "";
        };
    }
}
