package dev.drift.terramate.tag;

import java.util.Optional;

/** What Terramate accepts as a tag: lower-case letters and digits, with {@code . _ - /} in between. */
public final class TagSyntax {

    private TagSyntax() {}

    /** Why the text is no tag, in words that follow its quotation; empty if it is one. The empty text is a tag. */
    public static Optional<String> objection(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!isLetterOrDigit(text.charAt(0))) {
            return Optional.of("a tag starts with a lower-case letter or a digit");
        }
        if (!text.chars().allMatch(TagSyntax::isAllowed)) {
            return Optional.of("a tag consists of a-z, 0-9, '.', '_', '-' and '/'");
        }
        return isLetterOrDigit(text.charAt(text.length() - 1))
                ? Optional.empty()
                : Optional.of("a tag ends with a lower-case letter or a digit");
    }

    private static boolean isAllowed(int letter) {
        return isLetterOrDigit(letter) || "._-/".indexOf(letter) >= 0;
    }

    private static boolean isLetterOrDigit(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }
}
