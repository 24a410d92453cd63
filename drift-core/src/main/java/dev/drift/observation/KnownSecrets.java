package dev.drift.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values that are marked as sensitive somewhere, so that copies are found where nobody marked them: in clear, encoded or
 * hashed (design 5.6). Too much is hidden rather than too little, but texts too short or too common to tell anything are let
 * through. Immutable, equal by what is secret, and never printed.
 */
public final class KnownSecrets {

    /** Nothing is known to be secret. */
    public static final KnownSecrets NONE = of(Stream.of());

    private static final String HIDDEN = "[redacted]";
    private static final int SHORTEST_WHOLE = 3;
    private static final int SHORTEST_PART = 6;
    private static final int SHORTEST_LINE = 12;
    private static final int MOST_HASHED = 2000;
    private static final List<String> HASHES = List.of("MD5", "SHA-1", "SHA-256", "SHA-512");

    /** What so many things are called that being equal to it says nothing: switches, small numbers, short words, regions. */
    private static final Pattern ORDINARY =
            Pattern.compile("(?i)[a-z]{1,5}|[0-9.,:_/-]{1,5}|enabled|disabled|default|unknown"
                    + "|postgres|mysql|master|primary|production|staging|development|testing|sandbox|shared|global|public|private"
                    + "|[a-z]{2}(-[a-z]{2,9}){1,3}-[0-9][a-z]?");

    private final Set<String> whole = new HashSet<>();
    private final Map<Integer, List<String>> parts = new HashMap<>();
    private final BitSet beginnings = new BitSet();

    private KnownSecrets() {}

    /** Every text and number in the values is a secret. */
    public static KnownSecrets of(Stream<Value> values) {
        KnownSecrets secrets = new KnownSecrets();
        values.forEach(secrets::add);
        return secrets;
    }

    /** Whether a text is a secret or holds one. */
    public boolean areIn(String text) {
        return whole.contains(text)
                || (text.length() >= SHORTEST_PART && !foundFrom(text, 0).isEmpty());
    }

    /** The text with every secret in it hidden. */
    public String hiddenIn(String text) {
        return hiddenIn(text, HIDDEN);
    }

    /** The text with a word in place of every secret in it. */
    public String hiddenIn(String text, String word) {
        requireNonNull(word, "word is null");
        if (whole.contains(text)) {
            return word;
        }
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            Found found = foundFrom(text, at);
            int end = found.isEmpty() ? text.length() : found.start();
            shown.append(text, at, end);
            if (!found.isEmpty()) {
                shown.append(word);
            }
            at = found.isEmpty() ? end : found.start() + found.length();
        }
        return shown.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownSecrets known && known.whole.equals(whole);
    }

    @Override
    public int hashCode() {
        return whole.hashCode();
    }

    @Override
    public String toString() {
        return whole.size() + " secrets";
    }

    private void add(Value secret) {
        if (secret instanceof Value.Fields fields) {
            fields.values().values().forEach(this::add);
        } else if (secret instanceof Value.Items items) {
            items.values().forEach(this::add);
        } else if (secret instanceof Value.Text || secret instanceof Value.Decimal) {
            add(secret.toString());
        }
    }

    private void add(String text) {
        if (text.length() < SHORTEST_WHOLE || ORDINARY.matcher(text.strip()).matches() || !whole.add(text)) {
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
