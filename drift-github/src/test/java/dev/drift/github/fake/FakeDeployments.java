package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was deployed where, and how it went. */
final class FakeDeployments {

    private static final int LONGEST_DESCRIPTION = 140;

    final List<Map<String, Value>> all = new ArrayList<>();
    final List<Map<String, Value>> statuses = new ArrayList<>();
    private final Things things;

    FakeDeployments(Things things) {
        this.things = things;
    }

    Reply make(Value sent) {
        if (!sent.field("auto_merge").equals(Value.of(false))) {
            return new Reply(
                    202, Value.of(Map.of("message", Value.of("Auto-merged main into topic on deployment."))), Map.of());
        }
        if (!(sent.field("required_contexts") instanceof Value.Items)) {
            return Reply.refused(409, "Conflict: Commit status checks failed for topic.");
        }
        Map<String, Value> deployment = things.made(sent);
        deployment.remove("auto_merge");
        deployment.remove("required_contexts");
        deployment.putIfAbsent("task", Value.of("deploy"));
        deployment.putIfAbsent("environment", Value.of("production"));
        deployment.put("original_environment", deployment.get("environment"));
        deployment.putIfAbsent("payload", Value.of(Map.of()));
        deployment.put("sha", sent.field("ref"));
        all.add(0, deployment);
        return Reply.created(Value.of(deployment));
    }

    /** A success ends the earlier ones of the environment, unless that is not wanted. */
    Reply tell(String id, Value sent) {
        if (sent.field("description").text().orElse("").length() > LONGEST_DESCRIPTION) {
            return Reply.refused(422, "Validation Failed: description is too long (maximum is 140 characters)");
        }
        Map<String, Value> deployment = Things.find(all, "id", id);
        boolean ends = sent.field("state").equals(Value.of("success"))
                && !sent.field("auto_inactive").equals(Value.of(false));
        if (ends) {
            all.stream()
                    .filter(other -> !other.equals(deployment)
                            && other.get("environment").equals(deployment.get("environment")))
                    .forEach(other -> statuses.add(
                            0, status(String.valueOf(other.get("id")), Map.of("state", Value.of("inactive")))));
        }
        Map<String, Value> status = status(id, Description.fields(sent));
        status.put("environment", deployment.get("environment"));
        statuses.add(0, status);
        return Reply.created(Value.of(status));
    }

    private Map<String, Value> status(String id, Map<String, Value> said) {
        Map<String, Value> status = things.made(Value.of(said));
        status.remove("auto_inactive");
        status.putIfAbsent("description", Value.of(""));
        status.put("deployment_url", Value.of(Things.HOME + "/deployments/" + id));
        return status;
    }
}
