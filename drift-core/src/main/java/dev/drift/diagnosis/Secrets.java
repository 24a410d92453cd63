package dev.drift.diagnosis;

import dev.drift.observation.KnownSecrets;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells secrets that nobody marked, by the names of fields and the looks of texts (design 5.6). Rather too much than too
 * little is taken for one.
 */
public final class Secrets {

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Pattern NAME = Pattern.compile("(.*[._ -])?(pass(word|wd|phrase|code)s?|pwd|secret|token"
            + "|credentials?|(private|access|secret|api|auth|account|signing|encryption|shared|master)_?keys?"
            + "|key_material|connection_?string|authorization|jwt|otp|pin)([._ -].*)?");

    /** Names that speak about a secret without holding it. */
    private static final Pattern ABOUT =
            Pattern.compile(".*[._ -](arns?|ids?|names?|version|type|policy|enabled|required"
                    + "|length|ttl|duration|validity|units?|expir(es|y|ation)|rotation|days|hours|minutes|seconds|count|status"
                    + "|algorithm|size|mode|url|endpoint|prefix|path|source|provider|tokens?_per_.*|set|from|wo_version)"
                    + "|(.*[._ -])?(password_policy|passwords?_required|secrets?_?manager.*|access_key_(age|last).*)");

    private static final Pattern LOOKS = Pattern.compile(
            "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"
                    + "|-----BEGIN [A-Z ]*PRIVATE KEY"
                    + "|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bgithub_pat_\\w{20,}|\\bglpat-[\\w-]{16,}"
                    + "|\\bxox[abeoprs]-[\\w-]{8,}|hooks\\.slack\\.com/services/\\w+"
                    + "|\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\."
                    + "|\\bAIza[\\w-]{30,}|\\b[sr]k_(live|test)_\\w{10,}|\\bnpm_\\w{30,}|\\bSG\\.[\\w-]{16,}\\."
                    + "|://[^/\\s:@]*:[^/\\s:@]+@"
                    + "|(?i:(password|passwd|pwd|secret|token|api_?key|access_?key|account_?key)[\"']?\\s*(=|:\\s)\\s*[\"']?[^\\s\"']{4,})");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{24,}={0,2}\\s*");
    private static final List<String> KEYS = List.of("name", "Name", "key", "Key", "ParameterKey");

    /** What stands in place of a secret in a text. */
    static final String HIDDEN = Value.redacted().toString();

    private Secrets() {}

    /** Whether a field of this name holds a secret. */
    public static boolean areNamed(String name) {
        String words = CAMEL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
        return NAME.matcher(words).matches() && !ABOUT.matcher(words).matches();
    }

    /** Whether an object of a name and a value names a secret, as environments of containers do. */
    static boolean areNamedBy(Value object) {
        return KEYS.stream()
                .anyMatch(key ->
                        object.field(key).text().filter(Secrets::areNamed).isPresent());
    }

    /** Whether a field of such an object holds what the object names. */
    static boolean isValueField(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("value");
    }

    /** Whether something under such a name can be a secret at all: absence, true and false cannot. */
    static boolean canBe(Value value) {
        return !value.isNull() && !(value instanceof Value.Bool) && !(value instanceof Value.Unknown);
    }

    /** Whether the text gives itself away, plainly or in Base64. */
    public static boolean isShownBy(String text) {
        return LOOKS.matcher(text).find()
                || decoded(text).filter(plain -> LOOKS.matcher(plain).find()).isPresent();
    }

    /** The value with everything redacted that is named or looks like a secret, in JSON texts as well. */
    public static Value redacted(Value value) {
        return redacted(value, KnownSecrets.NONE);
    }

    /** The same, with copies of what is known to be secret redacted as well. */
    static Value redacted(Value value, KnownSecrets known) {
        if (value instanceof Value.Fields fields) {
            return Value.of(redacted(fields.values(), known));
        }
        if (value instanceof Value.Items items) {
            return Value.of(
                    items.values().stream().map(item -> redacted(item, known)).toList());
        }
        if (value instanceof Value.Decimal && known.areIn(value.toString())) {
            return Value.redacted();
        }
        return value.text().map(text -> redacted(text, value, known)).orElse(value);
    }

    private static Value redacted(String text, Value value, KnownSecrets known) {
        Optional<Value> json = PolicyDocument.json(text);
        if (json.isEmpty()) {
            return isShownBy(text) || known.areIn(text) ? Value.redacted() : value;
        }
        Value clean = redacted(json.get(), known);
        String shown = clean.equals(json.get()) ? text : Json.write(clean);
        return known.areIn(shown) ? Value.redacted() : Value.of(shown);
    }

    private static Map<String, Value> redacted(Map<String, Value> fields, KnownSecrets known) {
        boolean namesSecret = areNamedBy(Value.of(fields));
        Map<String, Value> clean = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            boolean isSecret = areNamed(name) || (namesSecret && isValueField(name));
            clean.put(known.hiddenIn(name), isSecret && canBe(value) ? Value.redacted() : redacted(value, known));
        });
        return clean;
    }

    private static Optional<String> decoded(String text) {
        if (!BASE64.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(text), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
