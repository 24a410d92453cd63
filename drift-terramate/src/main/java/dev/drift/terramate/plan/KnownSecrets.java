package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values that a plan marks as sensitive somewhere, so that copies are found where nobody marked them: in clear, encoded or
 * hashed. Too much is hidden rather than too little, but texts too short to mean anything are let through. Collected by one
 * thread, then only read. Never printed.
 */
public final class KnownSecrets {

    /** What stands in place of a secret; the vendor's own word. */
    public static final String HIDDEN = "__terramate_redacted__";

    private static final int SHORTEST_WHOLE = 3;
    private static final int SHORTEST_PART = 6;
    private static final int SHORTEST_LINE = 12;
    private static final int MOST_HASHED = 2000;
    private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

    private final Set<String> whole = new HashSet<>();
    private final Map<Integer, List<String>> parts = new HashMap<>();
    private final BitSet beginnings = new BitSet();

    KnownSecrets() {}

    /** Every text and number in the value is a secret from now on. */
    void add(Value secret) {
        if (secret instanceof Value.Fields fields) {
            fields.values().values().forEach(this::add);
        } else if (secret instanceof Value.Items items) {
            items.values().forEach(this::add);
        } else if (secret instanceof Value.Text || secret instanceof Value.Decimal) {
            add(secret.toString());
        }
    }

    /** Whether a text is a secret or holds one. */
    boolean areIn(String text) {
        return whole.contains(text)
                || (text.length() >= SHORTEST_PART && !foundFrom(text, 0).isEmpty());
    }

    /** The text with every secret in it hidden. */
    public String hiddenIn(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            Found found = foundFrom(text, at);
            int end = found.isEmpty() ? text.length() : found.start();
            shown.append(text, at, end);
            if (!found.isEmpty()) {
                shown.append(HIDDEN);
            }
            at = found.isEmpty() ? end : found.start() + found.length();
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return whole.size() + " secrets";
    }

    private void add(String text) {
        if (text.length() < SHORTEST_WHOLE || !whole.add(text)) {
            return;
        }
        addPart(text);
        addPart(text.strip());
        text.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(this::addPart);
        if (text.length() >= SHORTEST_PART && whole.size() <= MOST_HASHED) {
            byte[] bytes = text.getBytes(UTF_8);
            addEncoded(bytes);
            String json = Json.write(Value.of(text));
            addPart(json.substring(1, json.length() - 1));
            addPart(URLEncoder.encode(text, UTF_8));
            HASHES.forEach(hash -> addEncoded(digest(hash, bytes)));
            HASHES.forEach(hash -> addPart(HexFormat.of().formatHex(digest(hash, bytes))));
        }
    }

    private void addEncoded(byte[] bytes) {
        addPart(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        addPart(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private void addPart(String part) {
        if (part.length() >= SHORTEST_PART) {
            int beginning = beginning(part, 0);
            List<String> same = parts.computeIfAbsent(beginning, none -> new ArrayList<>());
            if (!same.contains(part)) {
                same.add(part);
                same.sort((left, right) -> right.length() - left.length());
            }
            beginnings.set(beginning & 0xffff);
        }
    }

    private Found foundFrom(String text, int from) {
        for (int at = from; at <= text.length() - SHORTEST_PART; at++) {
            int beginning = beginning(text, at);
            if (beginnings.get(beginning & 0xffff)) {
                for (String part : parts.getOrDefault(beginning, List.of())) {
                    if (text.startsWith(part, at)) {
                        return new Found(at, part.length());
                    }
                }
            }
        }
        return Found.NOTHING;
    }

    private static int beginning(String text, int at) {
        int sum = 0;
        for (int next = at; next < at + SHORTEST_PART; next++) {
            sum = sum * 31 + text.charAt(next);
        }
        return sum ^ sum >>> 16;
    }

    private static byte[] digest(String hash, byte[] bytes) {
        try {
            return MessageDigest.getInstance(hash).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Found(int start, int length) {
        private static final Found NOTHING = new Found(0, 0);

        private boolean isEmpty() {
            return length == 0;
        }
    }
}
