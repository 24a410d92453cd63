package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.List;

/** The steps behind a term: names, indexes, splats. */
final class TraversalParser {

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    TraversalParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** The term itself if no step follows. */
    Expression behind(Expression root, int start) {
        if (!cursor.at(TokenKind.DOT) && !cursor.at(TokenKind.OPEN_BRACKET)) {
            return root;
        }
        return new Expression.Traversal(root, steps(), cursor.spanFrom(start));
    }

    private List<TraversalStep> steps() {
        List<TraversalStep> steps = new ArrayList<>(4);
        while (true) {
            int start = cursor.start();
            if (cursor.accept(TokenKind.DOT)) {
                steps.add(cursor.accept(TokenKind.STAR) ? attributeSplat(start) : afterDot(start));
            } else if (cursor.accept(TokenKind.OPEN_BRACKET)) {
                steps.add(cursor.accept(TokenKind.STAR) ? fullSplat(start) : index(start));
            } else {
                return steps;
            }
        }
    }

    private TraversalStep afterDot(int start) {
        if (cursor.at(TokenKind.IDENTIFIER)) {
            return new TraversalStep.Member(cursor.take(), cursor.spanFrom(start));
        }
        int digits = cursor.start();
        String number = cursor.expect(TokenKind.NUMBER, "The name of an attribute is expected behind the dot");
        SourceSpan span = cursor.spanFrom(digits);
        if (number.indexOf('.') >= 0) {
            throw new HclSyntaxException(span, "Two indexes in a row are written in brackets, as [0][1]");
        }
        Expression key = new Expression.NumberLiteral(expressions.value(number, digits), span);
        return new TraversalStep.Index(key, cursor.spanFrom(start));
    }

    private TraversalStep attributeSplat(int start) {
        List<TraversalStep> each = new ArrayList<>(2);
        int step = cursor.start();
        while (cursor.accept(TokenKind.DOT)) {
            each.add(afterDot(step));
            step = cursor.start();
        }
        return new TraversalStep.Splat(each, cursor.spanFrom(start));
    }

    private TraversalStep fullSplat(int start) {
        cursor.expect(TokenKind.CLOSE_BRACKET, "']' is expected right behind the '*'");
        cursor.enter();
        List<TraversalStep> each = steps();
        cursor.leave();
        return new TraversalStep.Splat(each, cursor.spanFrom(start));
    }

    private TraversalStep index(int start) {
        boolean before = cursor.newlinesMatter(false);
        Expression key = expressions.parse();
        if (!cursor.accept(TokenKind.CLOSE_BRACKET)) {
            throw cursor.unclosed(start, "']' is expected here", "The index that begins here");
        }
        cursor.newlinesMatter(before);
        return new TraversalStep.Index(key, cursor.spanFrom(start));
    }
}
