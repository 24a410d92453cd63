package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one repository keeps, and the rules by which GitHub keeps it. */
final class FakeRepository {

    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_OUTPUT = 65_535;
    private static final int MOST_ANNOTATIONS = 50;
    private static final int LONGEST_DESCRIPTION = 140;
    private static final int LONGEST_TITLE = 256;

    final List<Map<String, Value>> comments = new ArrayList<>();
    final List<Map<String, Value>> issues = new ArrayList<>();
    final List<Map<String, Value>> checks = new ArrayList<>();
    final List<Map<String, Value>> statuses = new ArrayList<>();
    private final String login;
    private long ids = 100;

    FakeRepository(String login) {
        this.login = login;
    }

    Reply comment(String pull, Value sent) {
        return refusedBody(sent, body -> {
            Map<String, Value> comment = made(sent);
            comment.put("pull", Value.of(pull));
            comments.add(comment);
            return Reply.created(Value.of(comment));
        });
    }

    Reply editComment(String id, Value sent) {
        return refusedBody(sent, body -> edited(comments, "id", id, sent));
    }

    Reply open(Value sent) {
        if (sent.field("title").text().orElse("").length() > LONGEST_TITLE) {
            return Reply.refused(422, "Validation Failed");
        }
        return refusedBody(sent, body -> {
            Map<String, Value> issue = made(sent);
            issue.put("number", Value.of(issues.size() + 1L));
            issue.put("state", Value.of("open"));
            issue.put("labels", labels(sent));
            issues.add(issue);
            return Reply.created(Value.of(issue));
        });
    }

    Reply editIssue(String number, Value sent) {
        return refusedBody(sent, body -> edited(issues, "number", number, sent));
    }

    Reply check(Value sent) {
        return refusedOutput(sent, () -> {
            Map<String, Value> check = made(sent);
            check.put("status", sent.field("status"));
            check.put(
                    "annotations",
                    Value.of(sent.field("output").field("annotations").items()));
            checks.add(check);
            return Reply.created(Value.of(check));
        });
    }

    Reply editCheck(String id, Value sent) {
        return refusedOutput(sent, () -> {
            Map<String, Value> check = find(checks, "id", id);
            List<Value> annotations = new ArrayList<>(check.get("annotations").items());
            annotations.addAll(sent.field("output").field("annotations").items());
            ((Value.Fields) sent).values().forEach(check::put);
            check.put("annotations", Value.of(annotations));
            return Reply.ok(Value.of(check));
        });
    }

    Reply status(Value sent) {
        if (sent.field("description").text().orElse("").length() > LONGEST_DESCRIPTION) {
            return Reply.refused(422, "description is too long (maximum is 140 characters)");
        }
        Map<String, Value> status = made(sent);
        statuses.add(0, status);
        return Reply.created(Value.of(status));
    }

    static List<Value> listed(List<Map<String, Value>> things, Predicate<Value> wanted) {
        return things.stream().map(Value::of).filter(wanted).toList();
    }

    private Map<String, Value> made(Value sent) {
        Map<String, Value> thing = new LinkedHashMap<>(((Value.Fields) sent).values());
        thing.put("id", Value.of(ids++));
        thing.put("user", Value.of(Map.of("login", Value.of(login))));
        thing.put("creator", Value.of(Map.of("login", Value.of(login))));
        return thing;
    }

    private static Value labels(Value sent) {
        return Value.of(sent.field("labels").items().stream()
                .map(label -> Value.of(Map.of("name", label)))
                .toList());
    }

    private static Reply edited(List<Map<String, Value>> things, String key, String id, Value sent) {
        Map<String, Value> thing = find(things, key, id);
        thing.putAll(((Value.Fields) sent).values());
        return Reply.ok(Value.of(thing));
    }

    private static Map<String, Value> find(List<Map<String, Value>> things, String key, String id) {
        return things.stream()
                .filter(thing -> String.valueOf(thing.get(key)).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Reply refusedBody(Value sent, java.util.function.Function<String, Reply> otherwise) {
        String body = sent.field("body").text().orElse("");
        return body.length() > LONGEST_BODY
                ? Reply.refused(422, "body is too long (maximum is 65536 characters)")
                : otherwise.apply(body);
    }

    private static Reply refusedOutput(Value sent, java.util.function.Supplier<Reply> otherwise) {
        Value output = sent.field("output");
        boolean tooLong = output.field("summary").text().orElse("").length() > LONGEST_OUTPUT
                || output.field("text").text().orElse("").length() > LONGEST_OUTPUT
                || output.field("annotations").items().size() > MOST_ANNOTATIONS;
        return tooLong ? Reply.refused(422, "Invalid request. output is too long") : otherwise.get();
    }
}
