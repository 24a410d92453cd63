package dev.drift.terramate.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions: operators, conditionals, calls and single terms. What stands in brackets and strings has its own. */
final class ExpressionParser {

    private static final int LOOSEST = 1;
    /** Beyond these a number is an attack rather than a number. */
    private static final int MAXIMUM_DIGITS = 1_000;

    private static final int MAXIMUM_EXPONENT = 9_999;

    private final TokenCursor cursor;
    private final CollectionParser collections;
    private final TemplateParser templates;
    private final TraversalParser traversals;

    ExpressionParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.collections = new CollectionParser(cursor, this);
        this.templates = new TemplateParser(cursor, this);
        this.traversals = new TraversalParser(cursor, this);
    }

    Expression parse() {
        cursor.enter();
        int start = cursor.start();
        Expression expression = operation(LOOSEST);
        if (cursor.accept(TokenKind.QUESTION)) {
            Expression then = parse();
            cursor.expect(TokenKind.COLON, "':' and the other result of the conditional are expected here");
            Expression otherwise = parse();
            expression = new Expression.Conditional(expression, then, otherwise, cursor.spanFrom(start));
        }
        cursor.leave();
        return expression;
    }

    private Expression operation(int loosest) {
        int start = cursor.start();
        Expression left = term();
        int precedence = nextPrecedence();
        while (precedence >= loosest) {
            left = new Expression.Operation(left, operands(precedence), cursor.spanFrom(start));
            precedence = nextPrecedence();
        }
        return left;
    }

    private List<Expression.Operation.Operand> operands(int precedence) {
        List<Expression.Operation.Operand> operands = new ArrayList<>(2);
        while (nextPrecedence() == precedence) {
            Operator operator = cursor.peek().operator().orElseThrow();
            cursor.skip();
            operands.add(new Expression.Operation.Operand(operator, operation(precedence + 1)));
        }
        return operands;
    }

    private int nextPrecedence() {
        Optional<Operator> operator = cursor.peek().operator();
        return operator.isPresent() ? operator.get().precedence() : 0;
    }

    private Expression term() {
        int start = cursor.start();
        return traversals.behind(primary(start), start);
    }

    private Expression primary(int start) {
        return switch (cursor.peek()) {
            case NUMBER -> number(start);
            case IDENTIFIER -> word(start);
            case OPEN_QUOTE, OPEN_HEREDOC -> templates.parse();
            case OPEN_BRACKET -> collections.list();
            case OPEN_BRACE -> collections.object();
            case OPEN_PARENTHESIS -> parentheses(start);
            case MINUS -> new Expression.Negation(operand(), cursor.spanFrom(start));
            case NOT -> new Expression.LogicalNot(operand(), cursor.spanFrom(start));
            default -> throw cursor.unexpected("A value is expected here");
        };
    }

    private Expression operand() {
        cursor.skip();
        cursor.enter();
        Expression operand = term();
        cursor.leave();
        return operand;
    }

    private Expression number(int start) {
        String digits = cursor.take();
        return new Expression.NumberLiteral(value(digits, start), cursor.spanFrom(start));
    }

    /** A number as HCL writes it. */
    BigDecimal value(String digits, int start) {
        try {
            BigDecimal value = digits.length() > MAXIMUM_DIGITS ? BigDecimal.ZERO : new BigDecimal(digits);
            if (digits.length() <= MAXIMUM_DIGITS && Math.abs((long) value.scale()) <= MAXIMUM_EXPONENT) {
                return value;
            }
            throw new HclSyntaxException(cursor.spanFrom(start), "This number is too long");
        } catch (NumberFormatException e) {
            throw new HclSyntaxException(cursor.spanFrom(start), "This is not a number");
        }
    }

    private Expression word(int start) {
        String name = cursor.take();
        if (cursor.at(TokenKind.OPEN_PARENTHESIS) || cursor.at(TokenKind.DOUBLE_COLON)) {
            return call(start, name);
        }
        SourceSpan span = cursor.spanFrom(start);
        return switch (name) {
            case "true" -> new Expression.BooleanLiteral(true, span);
            case "false" -> new Expression.BooleanLiteral(false, span);
            case "null" -> new Expression.NullLiteral(span);
            default -> new Expression.Variable(name, span);
        };
    }

    private Expression parentheses(int start) {
        cursor.skip();
        boolean before = cursor.newlinesMatter(false);
        Expression inner = parse();
        if (!cursor.accept(TokenKind.CLOSE_PARENTHESIS)) {
            throw cursor.unclosed(start, "')' is expected here", "The parenthesis that begins here");
        }
        cursor.newlinesMatter(before);
        return new Expression.Parentheses(inner, cursor.spanFrom(start));
    }

    private Expression call(int start, String firstName) {
        StringBuilder name = new StringBuilder(firstName);
        while (cursor.accept(TokenKind.DOUBLE_COLON)) {
            name.append("::").append(cursor.expect(TokenKind.IDENTIFIER, "The name of a function is expected here"));
        }
        cursor.expect(TokenKind.OPEN_PARENTHESIS, "'(' is expected here");
        boolean before = cursor.newlinesMatter(false);
        List<Expression> arguments = new ArrayList<>();
        boolean expandsLast = false;
        while (!cursor.at(TokenKind.CLOSE_PARENTHESIS)) {
            arguments.add(parse());
            expandsLast = cursor.accept(TokenKind.ELLIPSIS);
            if (expandsLast || !cursor.accept(TokenKind.COMMA)) {
                break;
            }
        }
        if (!cursor.accept(TokenKind.CLOSE_PARENTHESIS)) {
            String expected = expandsLast ? "')' is expected here" : "',' or ')' is expected here";
            throw cursor.unclosed(start, expected, "The function call that begins here");
        }
        cursor.newlinesMatter(before);
        return new Expression.FunctionCall(name.toString(), arguments, expandsLast, cursor.spanFrom(start));
    }
}
