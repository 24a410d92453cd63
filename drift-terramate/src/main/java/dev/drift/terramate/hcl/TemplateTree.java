package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.List;

/** Matches the directives of a template and joins neighbouring text. */
final class TemplateTree {

    private final TokenCursor cursor;
    private final List<TemplatePiece> pieces;
    private int next;

    TemplateTree(TokenCursor cursor, List<TemplatePiece> pieces) {
        this.cursor = cursor;
        this.pieces = pieces;
    }

    List<TemplatePart> parts() {
        List<TemplatePart> parts = untilMark();
        if (next < pieces.size()) {
            throw stray((TemplatePiece.Mark) pieces.get(next), "nothing is open here");
        }
        return parts;
    }

    /** Stops before {@code else}, {@code endif}, {@code endfor}, or at the end. */
    private List<TemplatePart> untilMark() {
        cursor.enter();
        List<TemplatePart> parts = new ArrayList<>(pieces.size() == 1 ? 1 : 4);
        while (next < pieces.size() && !(pieces.get(next) instanceof TemplatePiece.Mark)) {
            TemplatePiece piece = pieces.get(next);
            if (piece instanceof TemplatePiece.Literal) {
                parts.add(text());
            } else {
                next++;
                parts.add(sequence(piece));
            }
        }
        cursor.leave();
        return parts;
    }

    private TemplatePart text() {
        TemplatePiece first = pieces.get(next);
        SourceSpan last = first.span();
        StringBuilder text = new StringBuilder();
        while (next < pieces.size() && pieces.get(next) instanceof TemplatePiece.Literal literal) {
            text.append(literal.text());
            last = literal.span();
            next++;
        }
        return new TemplatePart.Text(text.toString(), first.span().through(last));
    }

    private TemplatePart sequence(TemplatePiece piece) {
        if (piece instanceof TemplatePiece.OpenIf open) {
            return branches(open);
        }
        if (piece instanceof TemplatePiece.OpenFor open) {
            List<TemplatePart> body = untilMark();
            return new TemplatePart.For(open.iteration(), body, open.span().through(end("endfor", open)));
        }
        TemplatePiece.Value value = (TemplatePiece.Value) piece;
        return new TemplatePart.Interpolation(value.expression(), value.span());
    }

    private TemplatePart branches(TemplatePiece.OpenIf open) {
        List<TemplatePart> then = untilMark();
        List<TemplatePart> otherwise = List.of();
        if (next < pieces.size()
                && pieces.get(next) instanceof TemplatePiece.Mark mark
                && mark.word().equals("else")) {
            next++;
            otherwise = untilMark();
        }
        return new TemplatePart.If(
                open.condition(), then, otherwise, open.span().through(end("endif", open)));
    }

    private SourceSpan end(String word, TemplatePiece open) {
        if (next == pieces.size()) {
            throw new HclSyntaxException(open.span(), "The directive that begins here has no " + word);
        }
        TemplatePiece.Mark mark = (TemplatePiece.Mark) pieces.get(next);
        if (!mark.word().equals(word)) {
            throw stray(mark, word + " is due for the directive at " + open.span());
        }
        next++;
        return mark.span();
    }

    private static HclSyntaxException stray(TemplatePiece.Mark mark, String reason) {
        return new HclSyntaxException(mark.span(), "Unexpected " + mark.word() + ": " + reason);
    }
}
