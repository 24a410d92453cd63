package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes plans in which secrets are marked somewhere and copied, encoded and mentioned where nobody marked them.
 */
final class RandomPlans {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/_-\"\\\n$ é";

    private final Random random;
    private final List<String> secrets = new ArrayList<>();

    RandomPlans(long seed) {
        this.random = new Random(seed);
    }

    /** The texts and numbers that are marked in the plan that was made. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    String plan() {
        for (int count = 2 + random.nextInt(4); count > 0; count--) {
            secrets.add(random.nextInt(5) == 0 ? number() : text(8 + random.nextInt(30)));
        }
        Map<String, Value> plan = new LinkedHashMap<>();
        plan.put("format_version", Value.of("1.2"));
        plan.put("terraform_version", Value.of("1.11.4"));
        plan.put("variables", object("db", object("value", secret()), "plain", object("value", copy())));
        plan.put("planned_values", values());
        plan.put("resource_drift", list(change(0), change(1)));
        plan.put("resource_changes", list(change(0), change(2)));
        plan.put(
                "output_changes",
                object(
                        "marked",
                                object(
                                        "actions",
                                        list(Value.of("update")),
                                        "before",
                                        secret(),
                                        "after",
                                        secret(),
                                        "before_sensitive",
                                        Value.of(true),
                                        "after_sensitive",
                                        Value.of(true)),
                        "copied", object("actions", list(Value.of("create")), "after", copy())));
        plan.put("prior_state", object("format_version", Value.of("1.0"), "values", values()));
        plan.put("configuration", configuration());
        plan.put(
                "checks",
                list(object(
                        "status",
                        Value.of("fail"),
                        "instances",
                        list(object("problems", list(object("message", copy())))))));
        plan.put("unheard_of", object("anything", secret()));
        plan.put("complete", Value.of(true));
        return Json.write(Value.of(plan));
    }

    private Value values() {
        Value resources = list(resource(0), resource(1), resource(3));
        return object(
                "outputs",
                        object(
                                "marked", object("sensitive", Value.of(true), "value", list(secret())),
                                "copied", object("sensitive", Value.of(false), "value", copy())),
                "root_module",
                        object(
                                "resources",
                                resources,
                                "child_modules",
                                list(object("address", Value.of("module.m"), "resources", list(resource(4))))));
    }

    /** The attribute {@code secret} is always marked, {@code list} and {@code map} in part. */
    private Value resource(int number) {
        return object(
                "address", Value.of("aws_thing.r" + number),
                "mode", Value.of("managed"),
                "type", Value.of("aws_thing"),
                "name", Value.of("r" + number),
                "schema_version", Value.of(1),
                "values", attributes(),
                "sensitive_values", marks());
    }

    private Value change(int number) {
        return object(
                "address", Value.of("aws_thing.r" + number),
                "mode", Value.of("managed"),
                "type", Value.of(random.nextBoolean() ? "aws_thing" : "terraform_data"),
                "name", Value.of("r" + number),
                "change",
                        object(
                                "actions", list(Value.of("update")),
                                "before", attributes(),
                                "after", attributes(),
                                "after_unknown", object(),
                                "before_sensitive", random.nextBoolean() ? marks() : Value.of(false),
                                "after_sensitive", marks(),
                                "generated_config", copy()));
    }

    private Value attributes() {
        return object(
                "id", Value.of("id-" + random.nextInt(100)),
                "secret", secret(),
                "secret_sha256", Value.of("f".repeat(64)),
                "list", list(object("inner", secret()), object("inner", secret(), "open", copy())),
                "map", object("a", secret(), "b", copy()),
                "copy", copy(),
                "output", copy(),
                "count", Value.of(random.nextInt(5)));
    }

    private Value marks() {
        return object(
                "secret", Value.of(true),
                "list", list(object("inner", Value.of(true)), object("inner", Value.of(true))),
                "map", object("a", Value.of(true)));
    }

    private Value configuration() {
        return object(
                "provider_config",
                object("aws", object("name", Value.of("aws"), "expressions", object("token", constant(secret())))),
                "root_module",
                object(
                        "variables", variables(),
                        "outputs",
                                object("marked", object("sensitive", Value.of(true), "expression", constant(secret()))),
                        "resources", list(declaration()),
                        "module_calls", object("m", moduleCall())));
    }

    private Value variables() {
        return object(
                "db", object("sensitive", Value.of(true), "default", secret()), "plain", object("default", copy()));
    }

    private Value declaration() {
        return object(
                "address", Value.of("aws_thing.r0"),
                "type", Value.of("aws_thing"),
                "expressions",
                        object(
                                "secret", constant(Value.of(text(12))),
                                "block", list(object("inner", constant(secret()))),
                                "refers", object("references", list(Value.of("var.db")))),
                "provisioners",
                        list(object(
                                "type", Value.of("local-exec"), "expressions", object("command", constant(copy())))));
    }

    private Value moduleCall() {
        return object(
                "source", Value.of("./m"),
                "expressions", object("password", constant(secret())),
                "module", object("variables", object("password", object("sensitive", Value.of(true)))));
    }

    private Value secret() {
        String secret = secrets.get(random.nextInt(secrets.size()));
        return secret.matches("\\d+") ? Value.of(Long.parseLong(secret)) : Value.of(secret);
    }

    /** A secret in another guise, or something harmless. */
    private Value copy() {
        String secret = secrets.get(random.nextInt(secrets.size()));
        return switch (random.nextInt(7)) {
            case 0 -> secret();
            case 1 -> Value.of("postgres://app:" + secret + "@db/app");
            case 2 -> Value.of(Json.write(object("nested", Value.of(secret))));
            case 3 -> Value.of(Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)));
            case 4 -> object("key-" + secret, Value.of(1));
            case 5 -> list(Value.of("x" + secret + "y"));
            default -> Value.of("harmless " + random.nextInt());
        };
    }

    private static Value constant(Value value) {
        return object("constant_value", value);
    }

    private String number() {
        return Long.toString(100_000_000_000L + (random.nextLong() >>> 20));
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString().strip().length() < 8 ? "x".repeat(4) + number() : text.toString();
    }

    private static Value list(Value... items) {
        return Value.of(List.of(items));
    }

    private static Value object(Object... fields) {
        Map<String, Value> object = new LinkedHashMap<>();
        for (int at = 0; at < fields.length; at += 2) {
            object.put((String) fields[at], (Value) fields[at + 1]);
        }
        return Value.of(object);
    }
}
