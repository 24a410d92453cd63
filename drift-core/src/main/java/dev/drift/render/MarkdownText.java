package dev.drift.render;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Strangers' text inside GitHub flavoured Markdown. It always stands in code, where GitHub makes no mention, link, issue
 * number, picture, emphasis or HTML of it.
 */
public final class MarkdownText {

    private static final Pattern NEEDS_HTML = Pattern.compile("[`|]");
    private static final String SIGNS = "&<>\"'`|\\*_{}[]()#+!~@$:.=";
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** The text as code on one line, also inside a table. */
    public static String code(String text) {
        String line = Harmless.line(text);
        if (line.isBlank()) {
            return "<code>" + "&nbsp;".repeat(Math.max(1, Math.min(line.length(), 8))) + "</code>";
        }
        return NEEDS_HTML.matcher(line).find() ? html(line) : "`" + line + "`";
    }

    /** The text as code on one line, also where GitHub reads HTML and no Markdown. */
    public static String html(String text) {
        return "<code>" + entities(Harmless.line(text)) + "</code>";
    }

    /** Lines as a block of code, fenced so that nothing in them ends it. */
    public static String block(String language, List<String> lines) {
        int longest = lines.stream()
                .flatMap(line -> BACKTICKS.matcher(line).results())
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + String.join("\n", lines) + "\n" + fence + "\n";
    }

    /** Every sign that means something to Markdown, to GitHub or to HTML, by its number. */
    private static String entities(String line) {
        StringBuilder safe = new StringBuilder(line.length() + 32);
        line.codePoints().forEach(character -> {
            if (SIGNS.indexOf(character) >= 0) {
                safe.append("&#").append(character).append(';');
            } else {
                safe.appendCodePoint(character);
            }
        });
        return safe.toString();
    }
}
