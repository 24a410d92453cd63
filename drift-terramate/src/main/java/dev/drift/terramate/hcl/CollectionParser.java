package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists, objects and {@code for} expressions. */
final class CollectionParser {

    private static final String LIST = "The list that begins here";
    private static final String OBJECT = "The object that begins here";

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    CollectionParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression list() {
        int start = cursor.start();
        cursor.skip();
        boolean before = cursor.newlinesMatter(false);
        Expression list = cursor.atWord("for") ? listFor(start) : items(start);
        cursor.newlinesMatter(before);
        return list;
    }

    private Expression items(int start) {
        List<Expression> items = new ArrayList<>();
        while (!cursor.at(TokenKind.CLOSE_BRACKET)) {
            if (cursor.at(TokenKind.END)) {
                throw cursor.unclosed(start, "", LIST);
            }
            items.add(expressions.parse());
            if (!cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        close(TokenKind.CLOSE_BRACKET, start, "',' or ']' is expected here", LIST);
        return new Expression.ListConstructor(items, cursor.spanFrom(start));
    }

    Expression object() {
        int start = cursor.start();
        cursor.skip();
        boolean before = cursor.newlinesMatter(false);
        Expression object;
        if (cursor.atWord("for")) {
            object = objectFor(start);
        } else {
            cursor.newlinesMatter(true);
            object = entries(start);
        }
        cursor.newlinesMatter(before);
        return object;
    }

    private Expression entries(int start) {
        List<ObjectItem> items = new ArrayList<>();
        skipNewlines();
        while (!cursor.at(TokenKind.CLOSE_BRACE)) {
            if (cursor.at(TokenKind.END)) {
                throw cursor.unclosed(start, "", OBJECT);
            }
            items.add(entry(start));
            if (!cursor.accept(TokenKind.COMMA) && !cursor.at(TokenKind.NEWLINE)) {
                break;
            }
            skipNewlines();
        }
        close(TokenKind.CLOSE_BRACE, start, "A line break, ',' or '}' is expected here", OBJECT);
        return new Expression.ObjectConstructor(items, cursor.spanFrom(start));
    }

    private void skipNewlines() {
        while (cursor.at(TokenKind.NEWLINE)) {
            cursor.skip();
        }
    }

    private ObjectItem entry(int objectStart) {
        Expression key = expressions.parse();
        if (!cursor.accept(TokenKind.ASSIGN) && !cursor.accept(TokenKind.COLON)) {
            throw cursor.unclosed(objectStart, "'=' and a value are expected behind the key", OBJECT);
        }
        return new ObjectItem(bareWordAsText(key), expressions.parse());
    }

    /** A word as a key means itself, even if it is {@code true} or the name of something. */
    private static Expression bareWordAsText(Expression key) {
        if (key instanceof Expression.Variable
                || key instanceof Expression.BooleanLiteral
                || key instanceof Expression.NullLiteral) {
            SourceSpan span = key.span();
            return new Expression.Template(List.of(new TemplatePart.Text(span.text(), span)), span);
        }
        return key;
    }

    private Expression listFor(int start) {
        cursor.skip();
        Iteration iteration = iteration();
        cursor.expect(TokenKind.COLON, "':' is expected behind the collection of a 'for'");
        Expression item = expressions.parse();
        if (cursor.at(TokenKind.ARROW) || cursor.at(TokenKind.ELLIPSIS)) {
            throw cursor.unexpected("A 'for' in brackets makes a list, which has neither keys nor groups");
        }
        Optional<Expression> condition = condition();
        close(TokenKind.CLOSE_BRACKET, start, "'if' or ']' is expected here", LIST);
        return new Expression.ListFor(iteration, item, condition, cursor.spanFrom(start));
    }

    private Expression objectFor(int start) {
        cursor.skip();
        Iteration iteration = iteration();
        cursor.expect(TokenKind.COLON, "':' is expected behind the collection of a 'for'");
        Expression key = expressions.parse();
        cursor.expect(TokenKind.ARROW, "'=>' is expected here: a 'for' in braces makes an object, which has keys");
        ObjectItem entry = new ObjectItem(key, expressions.parse());
        boolean grouped = cursor.accept(TokenKind.ELLIPSIS);
        Optional<Expression> condition = condition();
        close(TokenKind.CLOSE_BRACE, start, "'if' or '}' is expected here", OBJECT);
        return new Expression.ObjectFor(iteration, entry, grouped, condition, cursor.spanFrom(start));
    }

    /** {@code k, v in collection}, as {@code for} expressions and {@code for} directives share it. */
    Iteration iteration() {
        String first = cursor.expect(TokenKind.IDENTIFIER, "A name is expected behind 'for'");
        Optional<String> second = cursor.accept(TokenKind.COMMA)
                ? Optional.of(cursor.expect(TokenKind.IDENTIFIER, "A name for the value is expected here"))
                : Optional.empty();
        if (!cursor.atWord("in")) {
            throw cursor.unexpected("'in' is expected behind the names of a 'for'");
        }
        cursor.skip();
        return new Iteration(second.map(value -> first), second.orElse(first), expressions.parse());
    }

    private Optional<Expression> condition() {
        if (!cursor.atWord("if")) {
            return Optional.empty();
        }
        cursor.skip();
        return Optional.of(expressions.parse());
    }

    private void close(TokenKind bracket, int start, String expected, String what) {
        if (!cursor.accept(bracket)) {
            throw cursor.unclosed(start, expected, what);
        }
    }
}
