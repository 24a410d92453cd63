package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Quoted strings and heredocs: collects their pieces and resolves strip markers. */
final class TemplateParser {

    private static final Set<String> MARKS = Set.of("else", "endif", "endfor");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final CollectionParser collections;

    TemplateParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.collections = new CollectionParser(cursor, expressions);
    }

    /** From the opening quote or heredoc marker to the closing one. */
    Expression parse() {
        int start = cursor.start();
        boolean heredoc = cursor.at(TokenKind.OPEN_HEREDOC);
        boolean flush = cursor.take().startsWith("<<-");
        List<TemplatePiece> pieces = pieces(heredoc ? TokenKind.CLOSE_HEREDOC : TokenKind.CLOSE_QUOTE);
        if (flush) {
            Indentation.removeFrom(pieces);
        }
        return new Expression.Template(new TemplateTree(cursor, pieces).parts(), cursor.spanFrom(start));
    }

    private List<TemplatePiece> pieces(TokenKind end) {
        List<TemplatePiece> pieces = new ArrayList<>(1);
        boolean stripNext = false;
        while (!cursor.accept(end)) {
            switch (cursor.peek()) {
                case QUOTED_TEXT, HEREDOC_TEXT -> {
                    pieces.add(literal(stripNext));
                    stripNext = false;
                }
                case OPEN_INTERPOLATION, OPEN_DIRECTIVE -> stripNext = sequence(pieces);
                default -> throw cursor.unexpected("Text or the end of the string is expected here");
            }
        }
        return pieces;
    }

    private TemplatePiece literal(boolean strip) {
        boolean quoted = cursor.at(TokenKind.QUOTED_TEXT);
        int start = cursor.start();
        cursor.skip();
        SourceSpan span = cursor.spanFrom(start);
        String text = new StringText(span, quoted).decoded();
        return new TemplatePiece.Literal(strip ? Indentation.withoutLeadingSpace(text) : text, span);
    }

    /** One template sequence; tells whether it ends in a strip marker. */
    private boolean sequence(List<TemplatePiece> pieces) {
        int start = cursor.start();
        boolean interpolation = cursor.at(TokenKind.OPEN_INTERPOLATION);
        boolean stripBefore = cursor.take().endsWith("~");
        if (stripBefore) {
            stripLast(pieces);
        }
        boolean before = cursor.newlinesMatter(false);
        TemplatePiece piece = interpolation ? value(start) : directive(start);
        if (!cursor.at(TokenKind.CLOSE_TEMPLATE)) {
            throw cursor.unexpected("'}' is expected at the end of the template sequence");
        }
        boolean strips = cursor.take().startsWith("~");
        cursor.newlinesMatter(before);
        pieces.add(piece);
        return strips;
    }

    private static void stripLast(List<TemplatePiece> pieces) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last) instanceof TemplatePiece.Literal literal) {
            String text = Indentation.withoutTrailingSpace(literal.text());
            pieces.set(last, new TemplatePiece.Literal(text, literal.span()));
        }
    }

    private TemplatePiece value(int start) {
        return new TemplatePiece.Value(expressions.parse(), cursor.spanFrom(start));
    }

    private TemplatePiece directive(int start) {
        if (cursor.atWord("if")) {
            cursor.skip();
            return new TemplatePiece.OpenIf(expressions.parse(), cursor.spanFrom(start));
        }
        if (cursor.atWord("for")) {
            cursor.skip();
            return new TemplatePiece.OpenFor(collections.iteration(), cursor.spanFrom(start));
        }
        String rule = "if, else, endif, for or endfor is expected behind '%{'";
        SourceSpan word = cursor.span(cursor.start(), cursor.start());
        String mark = cursor.expect(TokenKind.IDENTIFIER, rule);
        if (!MARKS.contains(mark)) {
            throw new HclSyntaxException(word, rule + ", but found '" + mark + "'");
        }
        return new TemplatePiece.Mark(mark, cursor.spanFrom(start));
    }
}
