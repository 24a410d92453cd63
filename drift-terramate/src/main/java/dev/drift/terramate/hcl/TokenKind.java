package dev.drift.terramate.hcl;

import java.util.Optional;

/** What the scanner tells apart. */
enum TokenKind {
    IDENTIFIER("a name"),
    NUMBER("a number"),
    NEWLINE("the end of the line"),
    END("the end of the file"),
    BROKEN("an invalid character"),

    OPEN_QUOTE("a string"),
    CLOSE_QUOTE("the end of the string"),
    OPEN_HEREDOC("a heredoc"),
    CLOSE_HEREDOC("the end of the heredoc"),
    QUOTED_TEXT("text"),
    HEREDOC_TEXT("text"),
    OPEN_INTERPOLATION("'${'"),
    OPEN_DIRECTIVE("'%{'"),
    CLOSE_TEMPLATE("'}'"),

    OPEN_BRACE("'{'"),
    CLOSE_BRACE("'}'"),
    OPEN_BRACKET("'['"),
    CLOSE_BRACKET("']'"),
    OPEN_PARENTHESIS("'('"),
    CLOSE_PARENTHESIS("')'"),
    DOT("'.'"),
    COMMA("','"),
    ELLIPSIS("'...'"),
    COLON("':'"),
    DOUBLE_COLON("'::'"),
    QUESTION("'?'"),
    ASSIGN("'='"),
    ARROW("'=>'"),
    NOT("'!'"),

    STAR("'*'", Operator.TIMES),
    SLASH("'/'", Operator.DIVIDED_BY),
    PERCENT("'%'", Operator.MODULO),
    PLUS("'+'", Operator.PLUS),
    MINUS("'-'", Operator.MINUS),
    LESS("'<'", Operator.LESS),
    LESS_OR_EQUAL("'<='", Operator.LESS_OR_EQUAL),
    GREATER("'>'", Operator.GREATER),
    GREATER_OR_EQUAL("'>='", Operator.GREATER_OR_EQUAL),
    EQUAL("'=='", Operator.EQUAL),
    NOT_EQUAL("'!='", Operator.NOT_EQUAL),
    AND("'&&'", Operator.AND),
    OR("'||'", Operator.OR);

    private final String words;
    private final Optional<Operator> operator;

    TokenKind(String words) {
        this.words = words;
        this.operator = Optional.empty();
    }

    TokenKind(String words, Operator operator) {
        this.words = words;
        this.operator = Optional.of(operator);
    }

    /** For messages. */
    String words() {
        return words;
    }

    /** The operator it stands for between two values. */
    Optional<Operator> operator() {
        return operator;
    }
}
