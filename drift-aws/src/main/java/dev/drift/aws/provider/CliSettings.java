package dev.drift.aws.provider;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the configuration of the Terraform command line, HCL or JSON, as far as it is blocks around texts. Tolerant: what it
 * does not understand it passes over, for the tool itself is the judge of that file.
 */
final class CliSettings {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>#[^\\n]*+|//[^\\n]*+|/\\*.*?\\*/)"
                    + "|\"(?<text>(?:[^\"\\\\]|\\\\.)*+)\"|(?<word>[\\w.-]++)|(?<sign>[{}\\[\\]=:])",
            Pattern.DOTALL);
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final List<Setting> settings = new ArrayList<>();
    private final Deque<String> blocks = new ArrayDeque<>();
    private String name = "";

    private CliSettings() {}

    /** One text, and the names of the blocks and attributes it stands in, such as {@code plugin_cache_dir}. */
    record Setting(String path, String value) {}

    static List<Setting> read(String text) {
        List<String> tokens = tokens(text);
        CliSettings reader = new CliSettings();
        for (int at = 0; at < tokens.size(); at++) {
            reader.take(tokens.get(at), at + 1 < tokens.size() ? tokens.get(at + 1) : "");
        }
        return reader.settings;
    }

    /** Texts and words carry a mark in front, by which signs within quotes are told from signs. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.start("text") >= 0) {
                tokens.add("'" + ESCAPE.matcher(matcher.group("text")).replaceAll("$1"));
            } else if (matcher.start("word") >= 0) {
                tokens.add("'" + matcher.group("word"));
            } else if (matcher.start("sign") >= 0) {
                tokens.add(matcher.group("sign"));
            }
        }
        return tokens;
    }

    private void take(String token, String next) {
        switch (token) {
            case "{", "[" -> {
                blocks.addLast(name);
                name = "";
            }
            case "}", "]" -> {
                blocks.pollLast();
                name = "";
            }
            case "=", ":" -> {
                // Only tells what the word before it was.
            }
            default -> word(token.substring(1), next);
        }
    }

    private void word(String word, String next) {
        if (next.equals("=") || next.equals(":") || next.equals("{")) {
            name = word;
        } else {
            List<String> path = new ArrayList<>(blocks);
            path.add(name);
            path.removeIf(String::isEmpty);
            settings.add(new Setting(String.join("/", path), word));
            name = "";
        }
    }
}
