package dev.drift.terramate.hcl;

/** Reads HCL. Safe for use by several threads; takes time in proportion to the length of the text. */
public final class Hcl {

    private Hcl() {}

    /**
     * Reads a whole file within the standard limits.
     *
     * @throws HclSyntaxException at the first place that is not HCL
     */
    public static HclFile parse(String name, String text) {
        return parse(SourceFile.of(name, text));
    }

    /**
     * Reads a whole file within the standard limits.
     *
     * @throws HclSyntaxException at the first place that is not HCL
     */
    public static HclFile parse(SourceFile source) {
        return parse(source, HclLimits.standard());
    }

    /**
     * Reads a whole file.
     *
     * @throws HclSyntaxException at the first place that is not HCL, or if a limit is exceeded
     */
    public static HclFile parse(SourceFile source, HclLimits limits) {
        TokenCursor cursor = cursorOver(source, limits);
        return new HclFile(source, new BodyParser(cursor).parseFile());
    }

    /**
     * Reads a single expression, as it would stand in parentheses: line breaks mean nothing.
     *
     * @throws HclSyntaxException at the first place that is not HCL, or if a limit is exceeded
     */
    public static Expression parseExpression(SourceFile source, HclLimits limits) {
        TokenCursor cursor = cursorOver(source, limits);
        cursor.newlinesMatter(false);
        Expression expression = new ExpressionParser(cursor).parse();
        if (!cursor.at(TokenKind.END)) {
            throw cursor.unexpected("The expression is complete here, but more follows");
        }
        return expression;
    }

    private static TokenCursor cursorOver(SourceFile source, HclLimits limits) {
        if (source.text().length() > limits.characters()) {
            throw new HclSyntaxException(source.span(0, 0), SourceFile.tooLarge(limits));
        }
        return new TokenCursor(source, new Scanner(source, limits.nesting()).scan(), limits.nesting());
    }
}
