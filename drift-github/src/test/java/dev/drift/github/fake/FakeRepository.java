package dev.drift.github.fake;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What one repository keeps, and the rules by which GitHub keeps it that its description does not tell. */
final class FakeRepository {

    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_MESSAGE = 64 * 1024;
    private static final int LONGEST_ANNOTATION_TITLE = 255;
    private static final int MOST_ANNOTATIONS = 50;
    private static final int LONGEST_DESCRIPTION = 140;
    private static final int LONGEST_TITLE = 256;

    final List<Map<String, Value>> comments = new ArrayList<>();
    final List<Map<String, Value>> issues = new ArrayList<>();
    final List<Map<String, Value>> checks = new ArrayList<>();
    final List<Map<String, Value>> statuses = new ArrayList<>();
    final FakeDeployments deployments;
    private final Things things;

    FakeRepository(String login) {
        things = new Things(login);
        deployments = new FakeDeployments(things);
    }

    Reply comment(String pull, Value sent) {
        return refusedBody(sent, () -> {
            Map<String, Value> comment = things.made(sent);
            comment.remove("creator");
            comment.put("issue_url", Value.of(Things.HOME + "/issues/" + pull));
            comments.add(comment);
            return Reply.created(Value.of(comment));
        });
    }

    Reply editComment(String id, Value sent) {
        return refusedBody(sent, () -> edited(comments, "id", id, sent));
    }

    List<Map<String, Value>> issues(String sort) {
        List<Map<String, Value>> sorted = new ArrayList<>(issues);
        String field = sort == null ? "created" : sort;
        sorted.sort(Comparator.comparing((Map<String, Value> issue) -> String.valueOf(issue.get(field + "_at")))
                .reversed());
        return sorted;
    }

    Reply open(Value sent) {
        if (sent.field("title").text().orElse("").length() > LONGEST_TITLE) {
            return Reply.refused(422, "Validation Failed: title is too long (maximum is 256 characters)");
        }
        return refusedBody(sent, () -> {
            Map<String, Value> issue = things.made(sent);
            issue.remove("creator");
            issue.put("number", Value.of(issues.size() + 1L));
            issue.put("state", Value.of("open"));
            issue.put("closed_at", Value.ofNull());
            issue.put(
                    "labels",
                    Value.of(sent.field("labels").items().stream()
                            .map(label -> Value.of(Map.of("name", label)))
                            .toList()));
            issues.add(issue);
            return Reply.created(Value.of(issue));
        });
    }

    Reply editIssue(String number, Value sent) {
        return refusedBody(sent, () -> {
            Map<String, Value> issue = Things.find(issues, "number", number);
            if (sent.field("state").equals(Value.of("closed"))) {
                issue.put("closed_at", Things.now());
            } else if (sent.field("state").equals(Value.of("open"))) {
                issue.put("closed_at", Value.ofNull());
            }
            return edited(issues, "number", number, sent);
        });
    }

    Reply check(Value sent) {
        return refusedOutput(sent, () -> {
            Map<String, Value> check = things.made(sent);
            check.keySet().removeAll(List.of("user", "creator", "created_at", "updated_at"));
            check.putIfAbsent("status", Value.of("queued"));
            check.put("annotations", annotations(sent));
            checks.add(check);
            return Reply.created(shownCheck(Value.of(check)));
        });
    }

    Reply editCheck(String id, Value sent) {
        return refusedOutput(sent, () -> {
            Map<String, Value> check = Things.find(checks, "id", id);
            List<Value> annotations = new ArrayList<>(check.get("annotations").items());
            annotations.addAll(annotations(sent).items());
            check.putAll(Description.fields(sent));
            check.put("annotations", Value.of(annotations));
            return Reply.ok(shownCheck(Value.of(check)));
        });
    }

    /** A check as it is answered: its annotations are counted, not repeated. */
    static Value shownCheck(Value check) {
        Map<String, Value> shown = new LinkedHashMap<>(Description.fields(check));
        Map<String, Value> output = new LinkedHashMap<>(Description.fields(check.field("output")));
        output.remove("annotations");
        output.put(
                "annotations_count", Value.of(check.field("annotations").items().size()));
        shown.remove("annotations");
        shown.put("output", Value.of(output));
        shown.putIfAbsent("conclusion", Value.ofNull());
        return Value.of(shown);
    }

    Reply status(String commit, Value sent) {
        if (sent.field("description").text().orElse("").length() > LONGEST_DESCRIPTION) {
            return Reply.refused(422, "Validation Failed: description is too long (maximum is 140 characters)");
        }
        Map<String, Value> status = things.made(sent);
        status.remove("user");
        status.put("url", Value.of(Things.HOME + "/statuses/" + commit));
        statuses.add(0, status);
        return Reply.created(Value.of(status));
    }

    static List<Value> listed(List<Map<String, Value>> things, Predicate<Value> wanted) {
        return things.stream().map(Value::of).filter(wanted).toList();
    }

    private static Value annotations(Value sent) {
        return Value.of(sent.field("output").field("annotations").items());
    }

    private static Reply edited(List<Map<String, Value>> things, String key, String id, Value sent) {
        Map<String, Value> thing = Things.find(things, key, id);
        thing.putAll(Description.fields(sent));
        thing.put("updated_at", Things.now());
        return Reply.ok(Value.of(thing));
    }

    private static Reply refusedBody(Value sent, Supplier<Reply> otherwise) {
        return sent.field("body").text().orElse("").length() > LONGEST_BODY
                ? Reply.refused(422, "Validation Failed: body is too long (maximum is 65536 characters)")
                : otherwise.get();
    }

    private static Reply refusedOutput(Value sent, Supplier<Reply> otherwise) {
        List<Value> annotations = annotations(sent).items();
        boolean tooLong = annotations.size() > MOST_ANNOTATIONS
                || annotations.stream()
                        .anyMatch(each -> length(each, "message") > LONGEST_MESSAGE
                                || length(each, "title") > LONGEST_ANNOTATION_TITLE);
        return tooLong
                ? Reply.refused(422, "Invalid request. The annotations are too many or too long")
                : otherwise.get();
    }

    private static int length(Value annotation, String field) {
        return annotation.field(field).text().orElse("").length();
    }
}
