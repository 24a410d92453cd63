package dev.drift.github.fake;

import dev.drift.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of the description. */
final class Operation {

    private static final String JSON = "/content/application~1json/schema";
    private static final String ERROR = "/components/schemas/basic-error";

    private final Description description;
    private final String method;
    private final String template;
    private final Value described;
    private final Pattern path;

    Operation(Description description, String method, String template, Value described) {
        this.description = description;
        this.method = method;
        this.template = template;
        this.described = described;
        this.path = Pattern.compile(template.replaceAll("\\{\\w+}", "([^/]+)"));
    }

    /** GitHub's name of it, such as {@code issues/create-comment}. */
    String id() {
        return described.field("operationId").text().orElseThrow();
    }

    boolean isBehind(Asked asked) {
        return asked.method().equalsIgnoreCase(method)
                && path.matcher(asked.path()).matches();
    }

    /** The last part of the path that is not fixed. */
    String last(Asked asked) {
        Matcher parts = path.matcher(asked.path());
        return parts.matches() ? parts.group(parts.groupCount()) : "";
    }

    /** What a request breaks of what is described, names nobody knows included. */
    List<String> wrong(Asked asked) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> terms = asked.query();
        described.field("parameters").items().forEach(reference -> {
            Value parameter = description.resolved(reference);
            String name = parameter.field("name").text().orElseThrow();
            if (terms.containsKey(name)) {
                wrong.addAll(wrongTerm(name, terms.get(name), parameter.field("schema")));
            }
        });
        Set<String> unknown = new TreeSet<>(terms.keySet());
        described.field("parameters").items().stream()
                .map(description::resolved)
                .forEach(parameter ->
                        unknown.remove(parameter.field("name").text().orElseThrow()));
        unknown.forEach(name -> wrong.add("nobody asks for " + name));
        Value schema = described
                .field("requestBody")
                .field("content")
                .field("application/json")
                .field("schema");
        if (!asked.body().isNull()) {
            wrong.addAll(description.wrong(place() + "/requestBody" + JSON, asked.body()));
            wrong.addAll(unknown("", description.resolved(schema), asked.body()));
        }
        return wrong;
    }

    /** What an answer breaks of what is described; refusals that are not described are as GitHub's refusals are. */
    List<String> wrong(Reply reply) {
        String status = String.valueOf(reply.status());
        Value answer = description.resolved(described.field("responses").field(status));
        if (answer.isNull()) {
            return reply.status() < 400
                    ? List.of("nothing is described for " + status)
                    : description.wrong(ERROR, reply.body());
        }
        String reference = described
                .field("responses")
                .field(status)
                .field("$ref")
                .text()
                .map(text -> text.substring(1))
                .orElse(place() + "/responses/" + status);
        return description.wrong(reference + JSON, reply.body());
    }

    /** The answer with all that the description requires. */
    Reply filled(Reply reply) {
        Value schema = description
                .resolved(described.field("responses").field(String.valueOf(reply.status())))
                .field("content")
                .field("application/json")
                .field("schema");
        return reply.status() < 300 ? reply.saying(new Filling(description).of(schema, reply.body())) : reply;
    }

    private List<String> wrongTerm(String name, String value, Value schema) {
        String type = description.resolved(schema).field("type").text().orElse("");
        Value said = type.equals("integer") && value.matches("\\d{1,9}")
                ? new Value.Decimal(new BigDecimal(value))
                : Value.of(value);
        boolean fits = type.equals("integer")
                ? said instanceof Value.Decimal
                : allowed(description.resolved(schema)).isEmpty()
                        || allowed(description.resolved(schema)).contains(said);
        boolean tooMany = name.equals("per_page") && fits && Integer.parseInt(value) > 100;
        return fits && !tooMany ? List.of() : List.of(name + ": " + value + " is not allowed");
    }

    private static List<Value> allowed(Value schema) {
        return schema.field("enum").items();
    }

    private List<String> unknown(String where, Value schema, Value sent) {
        Map<String, Value> known = Description.fields(schema.field("properties"));
        List<String> wrong = new ArrayList<>();
        if (known.isEmpty()) {
            return wrong;
        }
        Description.fields(sent).forEach((name, value) -> {
            if (known.containsKey(name)) {
                wrong.addAll(unknown(where + "/" + name, description.resolved(known.get(name)), value));
            } else {
                wrong.add(where + ": nobody asks for " + name);
            }
        });
        return wrong;
    }

    private String place() {
        return "/paths/" + template.replace("/", "~1").replace("{", "%7B").replace("}", "%7D") + "/" + method;
    }
}
