package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern in the language of RE2, which Terraform speaks, translated to Java's. What only one of the two has, or
 * what they understand differently and cannot be said otherwise, is refused.
 *
 * @param java the pattern to match with
 * @param groups the names of its groups in order, empty for a group without a name
 */
record Re2Pattern(Pattern java, List<Optional<String>> groups) {

    private static final int LONGEST = 1_000;

    static Re2Pattern of(String pattern) {
        if (pattern.length() > LONGEST) {
            throw Refusal.limit("patterns have at most " + LONGEST + " characters here");
        }
        Re2Translator translator = new Re2Translator(pattern);
        String java = translator.translated();
        try {
            return new Re2Pattern(Pattern.compile(java, Pattern.UNIX_LINES), List.copyOf(translator.groups()));
        } catch (PatternSyntaxException e) {
            throw Refusal.limit("the pattern is not valid: " + e.getDescription());
        }
    }

    /** The number of the group of that name or number, or 0 if there is none. */
    int group(String nameOrNumber) {
        boolean number = !nameOrNumber.isEmpty() && nameOrNumber.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return groups.indexOf(Optional.of(nameOrNumber)) + 1;
        }
        int group = nameOrNumber.length() > 3 ? -1 : Integer.parseInt(nameOrNumber);
        return group <= groups.size() ? group : -1;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        groups.forEach(group -> group.ifPresent(names::add));
        return names;
    }
}
