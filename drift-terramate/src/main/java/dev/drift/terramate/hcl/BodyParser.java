package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies, blocks and attributes. */
final class BodyParser {

    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    BodyParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor);
    }

    Body parseFile() {
        return lines(0, TokenKind.END);
    }

    private Body lines(int start, TokenKind end) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        while (!cursor.at(end)) {
            if (!cursor.accept(TokenKind.NEWLINE)) {
                item(start, attributes, blocks);
            }
        }
        cursor.skip();
        return new Body(attributes, blocks, cursor.spanFrom(start));
    }

    private void item(int bodyStart, Map<String, Attribute> attributes, List<Block> blocks) {
        if (cursor.at(TokenKind.OPEN_QUOTE)) {
            throw cursor.unexpected("An argument or a block is expected here, and its name is not quoted");
        }
        if (!cursor.at(TokenKind.IDENTIFIER)) {
            throw cursor.unclosed(bodyStart, "An argument or a block is expected here", "The block that begins here");
        }
        int start = cursor.start();
        String name = cursor.take();
        if (cursor.at(TokenKind.ASSIGN)) {
            add(attributes, attribute(start, name));
            endOfLine("An argument ends with its line");
        } else {
            blocks.add(block(start, name));
            endOfLine("A block ends with the line of its closing brace");
        }
    }

    private static void add(Map<String, Attribute> attributes, Attribute attribute) {
        Attribute earlier = attributes.putIfAbsent(attribute.name(), attribute);
        if (earlier != null) {
            throw new HclSyntaxException(
                    attribute.nameSpan(),
                    "The argument '" + attribute.name() + "' is set twice, first at " + earlier.nameSpan());
        }
    }

    private Attribute attribute(int start, String name) {
        SourceSpan nameSpan = cursor.spanFrom(start);
        cursor.skip();
        Expression expression = expressions.parse();
        return new Attribute(name, expression, nameSpan, cursor.spanFrom(start));
    }

    private Block block(int start, String type) {
        List<String> labels = labels();
        SourceSpan header = cursor.spanFrom(start);
        int open = cursor.start();
        cursor.skip();
        cursor.enter();
        Body body = switch (cursor.peek()) {
            case NEWLINE, END, CLOSE_BRACE -> lines(open, TokenKind.CLOSE_BRACE);
            default -> singleLine(open);
        };
        cursor.leave();
        return new Block(type, labels, body, header, cursor.spanFrom(start));
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        while (!cursor.at(TokenKind.OPEN_BRACE)) {
            if (cursor.at(TokenKind.OPEN_QUOTE)) {
                labels.add(quotedLabel());
            } else if (cursor.at(TokenKind.IDENTIFIER)) {
                labels.add(cursor.take());
            } else {
                throw cursor.unexpected("'=' for an argument, or a label or '{' for a block, is expected here");
            }
        }
        return labels;
    }

    private String quotedLabel() {
        cursor.skip();
        StringBuilder label = new StringBuilder();
        while (!cursor.accept(TokenKind.CLOSE_QUOTE)) {
            int start = cursor.start();
            cursor.expect(TokenKind.QUOTED_TEXT, "A block label is plain text");
            label.append(new StringText(cursor.spanFrom(start), true).decoded());
        }
        return label.toString();
    }

    private Body singleLine(int open) {
        int start = cursor.start();
        String name = cursor.expect(TokenKind.IDENTIFIER, "An argument or the end of the line is expected here");
        if (!cursor.at(TokenKind.ASSIGN)) {
            throw cursor.unexpected("'=' is expected here: a block on a single line holds a single argument");
        }
        Attribute attribute = attribute(start, name);
        if (!cursor.accept(TokenKind.CLOSE_BRACE)) {
            throw cursor.unclosed(
                    open,
                    "'}' is expected here: a block on a single line holds a single argument",
                    "The block that begins here");
        }
        return new Body(Map.of(name, attribute), List.of(), cursor.spanFrom(open));
    }

    private void endOfLine(String rule) {
        if (!cursor.accept(TokenKind.NEWLINE) && !cursor.at(TokenKind.END)) {
            throw cursor.unexpected(rule);
        }
    }
}
