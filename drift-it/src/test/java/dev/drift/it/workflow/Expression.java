package dev.drift.it.workflow;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expressions of GitHub Actions, as far as generated jobs use them: names, texts, {@code ==}, {@code &&}, {@code ||},
 * parentheses and {@code format}.
 */
final class Expression {

    private static final Pattern PLACE = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|[\\w.-]+|==|&&|\\|\\||[(),]");

    private final List<String> tokens;
    private final Map<String, String> context;
    private int next;

    private Expression(String text, Map<String, String> context) {
        this.tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
        this.context = context;
    }

    /** A text whose expressions are replaced by what they come to; an unknown name comes to nothing. */
    static String filled(String text, Map<String, String> context) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(new Expression(place.group(1), context).any()));
    }

    private String any() {
        String value = both();
        while (takes("||")) {
            String other = both();
            value = isTrue(value) ? value : other;
        }
        return value;
    }

    private String both() {
        String value = equality();
        while (takes("&&")) {
            String other = equality();
            value = isTrue(value) ? other : value;
        }
        return value;
    }

    private String equality() {
        String value = single();
        return takes("==") ? String.valueOf(value.equalsIgnoreCase(single())) : value;
    }

    private String single() {
        if (takes("(")) {
            String value = any();
            takes(")");
            return value;
        }
        String token = tokens.get(next++);
        if (token.equals("format") && takes("(")) {
            return formatted();
        }
        return token.startsWith("'") ? token.substring(1, token.length() - 1) : context.getOrDefault(token, "");
    }

    private String formatted() {
        String text = any();
        for (int place = 0; takes(","); place++) {
            text = text.replace("{" + place + "}", any());
        }
        takes(")");
        return text;
    }

    private boolean takes(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private static boolean isTrue(String value) {
        return !value.isEmpty() && !value.equals("false");
    }
}
