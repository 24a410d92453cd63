package dev.drift.terramate.cloud.origin;

import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.value.Value;
import java.util.List;
import java.util.function.Function;

/**
 * Everybody who has to do with a pull request, as far as the event of a job names them: who reviewed it already, it does not.
 *
 * @param pull the {@code pull_request} of the event
 */
record PullRequestPeople(FieldReader pull) {

    /** A field that is left out where the event names nobody. */
    void writeTo(FieldWriter metadata) {
        FieldWriter people = FieldWriter.object();
        write(people, "user", pull.inner("user"));
        write(people, "head_user", pull.inner("head").inner("user"));
        write(people, "base_user", pull.inner("base").inner("user"));
        write(people, "requested_reviewers", PullRequestPeople::person);
        write(people, "requested_teams", PullRequestPeople::team);
        write(people, "assignees", PullRequestPeople::person);
        Value all = people.value();
        if (!all.equals(FieldWriter.object().value())) {
            metadata.with("github_pull_request", all);
        }
    }

    private static void write(FieldWriter people, String name, FieldReader user) {
        if (user.object() instanceof Value.Fields) {
            people.with(name, person(user));
        }
    }

    private void write(FieldWriter people, String name, Function<FieldReader, Value> written) {
        List<Value> values = pull.list(name).stream().map(written).toList();
        if (!values.isEmpty()) {
            people.withAll(name, values);
        }
    }

    private static Value person(FieldReader user) {
        FieldWriter fields = FieldWriter.object();
        for (String name : List.of("id", "node_id", "login", "name", "avatar_url", "gravatar_id", "email", "type")) {
            fields.with(name, user.text(name));
        }
        return fields.value();
    }

    private static Value team(FieldReader team) {
        FieldWriter fields = FieldWriter.object();
        for (String name : List.of("id", "node_id", "name", "slug")) {
            fields.with(name, team.text(name));
        }
        return fields.value();
    }
}
