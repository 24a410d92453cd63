package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.List;

/** White space that a template does not mean: the common indentation of a {@code <<-} heredoc, stripped edges. */
final class Indentation {

    private Indentation() {}

    /**
     * Takes from every line the spaces that all of them begin with. Blank lines do not count, a line that begins with
     * a template sequence has none.
     */
    static void removeFrom(List<TemplatePiece> pieces) {
        int common = Integer.MAX_VALUE;
        boolean lineStart = true;
        List<Integer> indented = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String text = pieces.get(i) instanceof TemplatePiece.Literal literal ? literal.text() : "";
            int spaces = leadingSpaces(text);
            boolean blank = spaces == text.length() && text.endsWith("\n");
            if (lineStart && !blank) {
                common = Math.min(common, spaces);
                indented.add(i);
            }
            lineStart = text.endsWith("\n");
        }
        for (int i : indented) {
            if (pieces.get(i) instanceof TemplatePiece.Literal literal) {
                pieces.set(i, new TemplatePiece.Literal(literal.text().substring(common), literal.span()));
            }
        }
    }

    static String withoutLeadingSpace(String text) {
        return text.substring(leadingSpaces(text));
    }

    static String withoutTrailingSpace(String text) {
        int end = text.length();
        while (end > 0 && CharacterClass.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static int leadingSpaces(String text) {
        int spaces = 0;
        while (spaces < text.length() && CharacterClass.isSpace(text.charAt(spaces))) {
            spaces++;
        }
        return spaces;
    }
}
