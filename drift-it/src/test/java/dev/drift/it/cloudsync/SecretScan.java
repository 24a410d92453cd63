package dev.drift.it.cloudsync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds a secret in a text in whatever form it got there: in clear, escaped any number of times, or encoded. */
final class SecretScan {

    private static final Pattern UNICODE = Pattern.compile("\\\\+u([0-9a-fA-F]{4})");

    private SecretScan() {}

    /** The forms in which the secret stands in the text. */
    static Set<String> found(String secret, String text) {
        String plain = unescaped(text);
        Set<String> found = new TreeSet<>();
        for (String form : forms(secret)) {
            if (text.contains(form) || plain.contains(form)) {
                found.add(form);
            }
        }
        return found;
    }

    /** Where a text leads to however often it was escaped; a secret has no backslash of its own. */
    private static String unescaped(String text) {
        return UNICODE.matcher(text)
                .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                .replace("\\", "");
    }

    static List<String> forms(String secret) {
        Set<String> forms = new TreeSet<>();
        String encoded = URLEncoder.encode(secret, UTF_8);
        String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        forms.addAll(List.of(secret, encoded, encoded.toLowerCase(Locale.ROOT), encoded.replace("+", "%20")));
        forms.addAll(List.of(hex, hex.toUpperCase(Locale.ROOT)));
        for (int before = 0; before < 3; before++) {
            forms.add(middle(Base64.getEncoder(), secret, before));
            forms.add(middle(Base64.getUrlEncoder(), secret, before));
        }
        return List.copyOf(forms);
    }

    /** What is the same in the Base64 of every text that holds the secret behind so many bytes, modulo three. */
    private static String middle(Base64.Encoder encoder, String secret, int before) {
        byte[] bytes = secret.getBytes(UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        int whole = shifted.length / 3 * 3;
        String text = encoder.encodeToString(Arrays.copyOf(shifted, whole));
        return text.substring(before == 0 ? 0 : 4);
    }
}
