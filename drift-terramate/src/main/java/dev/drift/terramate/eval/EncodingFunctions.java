package dev.drift.terramate.eval;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON, Base64 and digests. */
final class EncodingFunctions {

    private EncodingFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.of("tm_jsonencode", 1, a -> HclValue.of(JsonText.of(a.any(0)))),
                HclFunction.of("tm_jsondecode", 1, a -> decoded(a.text(0))),
                HclFunction.of("tm_base64encode", 1, a -> HclValue.of(base64(bytes(a.text(0))))),
                HclFunction.of("tm_base64decode", 1, a -> fromBase64(a.text(0))),
                HclFunction.of("tm_base64sha256", 1, a -> HclValue.of(base64(digest("SHA-256", a.text(0))))),
                HclFunction.of("tm_base64sha512", 1, a -> HclValue.of(base64(digest("SHA-512", a.text(0))))),
                HclFunction.of("tm_sha256", 1, a -> hex("SHA-256", a.text(0))),
                HclFunction.of("tm_sha512", 1, a -> hex("SHA-512", a.text(0))),
                HclFunction.of("tm_sha1", 1, a -> hex("SHA-1", a.text(0))),
                HclFunction.of("tm_md5", 1, a -> hex("MD5", a.text(0))),
                HclFunction.of("tm_urlencode", 1, a -> HclValue.of(urlEncoded(a.text(0)))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static HclValue fromBase64(String text) {
        try {
            String digits = text.replaceAll("[\r\n]", "");
            if (digits.length() % 4 != 0) {
                throw new Refusal("this is not Base64, which comes in groups of four");
            }
            byte[] bytes = Base64.getDecoder().decode(digits);
            return HclValue.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Refusal("this is not Base64 of UTF-8 text");
        }
    }

    private static HclValue hex(String algorithm, String text) {
        return HclValue.of(HexFormat.of().formatHex(digest(algorithm, text)));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw Refusal.limit("this Java has no " + algorithm);
        }
    }

    /** As a query is encoded, which differs from Java's form encoding in two signs. */
    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("*", "%2A");
    }

    private static HclValue decoded(String text) {
        try {
            return fromJson(Json.read(text));
        } catch (JsonException e) {
            throw Refusal.limit("this is not JSON: " + e.getMessage());
        }
    }

    private static HclValue fromJson(Value value) {
        if (value instanceof Value.Text text) {
            return HclValue.of(text.value());
        }
        if (value instanceof Value.Bool bool) {
            return HclValue.of(bool.value());
        }
        if (value instanceof Value.Decimal number) {
            return new HclValue.Decimal(Conversion.bounded(number.value()));
        }
        if (value instanceof Value.Items items) {
            return HclValue.Sequence.tuple(
                    items.values().stream().map(EncodingFunctions::fromJson).toList());
        }
        if (value instanceof Value.Fields fields) {
            Map<String, HclValue> entries = new TreeMap<>();
            fields.values().forEach((name, field) -> entries.put(name, fromJson(field)));
            return HclValue.Mapping.object(entries);
        }
        return HclValue.ofNull();
    }
}
