package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that search with patterns. */
final class RegexFunctions {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\$|([0-9A-Za-z_]+)|\\{([0-9A-Za-z_]+)})");

    private RegexFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.of("tm_regex", 2, a -> first(Re2Pattern.of(a.text(0)), a.text(1))),
                HclFunction.of("tm_regexall", 2, a -> every(Re2Pattern.of(a.text(0)), a.text(1))),
                HclFunction.of("tm_replace", 3, a -> HclValue.of(replaced(a.text(0), a.text(1), a.text(2)))));
    }

    private static HclValue first(Re2Pattern pattern, String text) {
        checkGroups(pattern);
        Matches matches = new Matches(pattern, text);
        if (!matches.next()) {
            throw new Refusal("the pattern matches no part of the string");
        }
        return match(pattern, matches.current());
    }

    private static HclValue every(Re2Pattern pattern, String text) {
        checkGroups(pattern);
        Matches matches = new Matches(pattern, text);
        List<HclValue> found = new ArrayList<>();
        while (matches.next()) {
            found.add(match(pattern, matches.current()));
        }
        return HclValue.Sequence.list(found);
    }

    private static void checkGroups(Re2Pattern pattern) {
        int named = pattern.names().size();
        if (named > 0 && named < pattern.groups().size()) {
            throw new Refusal("the groups of the pattern have names or have none, not both");
        }
    }

    /** The match itself, or its groups as a tuple, or its named groups as an object. */
    private static HclValue match(Re2Pattern pattern, Matcher matcher) {
        if (pattern.groups().isEmpty()) {
            return HclValue.of(matcher.group());
        }
        List<HclValue> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i) == null ? HclValue.ofNull() : HclValue.of(matcher.group(i)));
        }
        List<String> names = pattern.names();
        if (names.isEmpty()) {
            return HclValue.Sequence.tuple(groups);
        }
        Map<String, HclValue> byName = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), groups.get(i));
        }
        return HclValue.Mapping.object(byName);
    }

    /** What is searched for is a pattern if it stands between slashes. */
    private static String replaced(String text, String search, String replacement) {
        if (search.length() < 2 || !search.startsWith("/") || !search.endsWith("/")) {
            return literallyReplaced(text, search, replacement);
        }
        Re2Pattern pattern = Re2Pattern.of(search.substring(1, search.length() - 1));
        Matches matches = new Matches(pattern, text);
        StringBuilder result = new StringBuilder();
        int last = 0;
        while (matches.next()) {
            Matcher match = matches.current();
            result.append(text, last, match.start()).append(expanded(replacement, pattern, match));
            last = match.end();
            Budget.checkLength(result.length());
        }
        return result.append(text, last, text.length()).toString();
    }

    private static String literallyReplaced(String text, String search, String replacement) {
        long found = search.isEmpty() ? text.length() + 1 : 0;
        if (!search.isEmpty()) {
            for (int at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length())) {
                found++;
            }
        }
        Budget.checkLength(text.length() + found * replacement.length());
        return text.replace(search, replacement);
    }

    /** {@code $1}, {@code $name} and their forms in braces; what names no group is empty. */
    private static String expanded(String replacement, Re2Pattern pattern, Matcher matcher) {
        return REFERENCE.matcher(replacement).replaceAll(reference -> {
            String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
            if (name == null) {
                return Matcher.quoteReplacement("$");
            }
            int group = pattern.group(name);
            boolean known = group > 0 || (group == 0 && name.chars().allMatch(c -> c == '0'));
            String value = known ? matcher.group(group) : "";
            return Matcher.quoteReplacement(value == null ? "" : value);
        });
    }
}
