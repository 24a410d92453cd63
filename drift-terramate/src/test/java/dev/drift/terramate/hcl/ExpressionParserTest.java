package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

    private static Expression expression(String text) {
        return Hcl.parseExpression(SourceFile.of("e", text), HclLimits.standard());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 - 4 ==> ((1 + (2 * 3)) - 4)",
                "a || b && c == d ==> (a || (b && (c == d)))",
                "a < b + 1 && !c ==> ((a < (b + 1)) && (not c))",
                "-a.b[0] + 1 ==> ((neg a.b[0]) + 1)",
                "-46+5 ==> ((neg 46) + 5)",
                "a ? b : c ? d : e ==> (if a then b else (if c then d else e))",
                "a ? b ? 1 : 2 : 3 ==> (if a then (if b then 1 else 2) else 3)",
                "(1 + 2) * 3 ==> (paren((1 + 2)) * 3)",
                "10 % 3 / 2 ==> ((10 % 3) / 2)",
                "a != null ==> (a != null)",
                "1.5e3 ==> 1500",
                "1e-2 ==> 0.01",
            })
    void operatorsBindByPrecedenceFromTheLeft(String text, String shape) {
        assertThat(Shape.of(expression(text))).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '`',
            value = {
                "a.b.c ==> a.b.c",
                "a.0.b ==> a[0].b",
                "a[\"b\"][0] ==> a['b'][0]",
                "a.*.b.c[0] ==> a*<.b.c>[0]",
                "a.*.b.0 ==> a*<.b[0]>",
                "a[*].b[0].c ==> a*<.b[0].c>",
                "a[*].b[*].c ==> a*<.b*<.c>>",
                "f(1).x ==> f(1).x",
                "[1, 2][0] ==> [1, 2][0]",
                "a.b-c ==> a.b-c",
                "\"x\".y ==> 'x'.y",
            })
    void stepsFollowAnyTerm(String text, String shape) {
        assertThat(Shape.of(expression(text))).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '`',
            value = {
                "[] ==> []",
                "[1, 2,] ==> [1, 2]",
                "{} ==> {}",
                "{ a = 1, \"b\" : 2, (c) = 3 } ==> {'a' = 1, 'b' = 2, paren(c) = 3}",
                "{ true = 1, null = 2, 3 = 4 } ==> {'true' = 1, 'null' = 2, 3 = 4}",
                "[for v in l : v.x if v.y] ==> [for v in l: v.x if v.y]",
                "[for i, v in l : i] ==> [for i, v in l: i]",
                "{for k, v in m : k => v...} ==> {for k, v in m: k = v...}",
                "{for k, v in m : upper(k) => v if v != null} ==> {for k, v in m: upper(k) = v if (v != null)}",
                "f() ==> f()",
                "f(a, b...) ==> f(a, b...)",
                "f(a, b,) ==> f(a, b)",
                "provider::aws::arn_parse(a) ==> provider::aws::arn_parse(a)",
            })
    void collectionsAndCallsAreRead(String text, String shape) {
        assertThat(Shape.of(expression(text))).isEqualTo(shape);
    }

    @Test
    void lineBreaksMeanNothingInBracketsAndEndAnArgumentElsewhere() {
        Body body = Hcl.parse("f", """
                        a = [
                          1,
                          2
                        ]
                        b = (1
                          + 2)
                        c = f(
                          x,
                          y
                        )
                        d = {
                          k = 1

                          # a comment
                          l = 2,
                        }
                        """).body();

        assertThat(body.attributes().values().stream().map(a -> Shape.of(a.expression())))
                .containsExactly("[1, 2]", "paren((1 + 2))", "f(x, y)", "{'k' = 1, 'l' = 2}");
        assertThatThrownBy(() -> Hcl.parse("f", "a = 1\n  + 2\n")).hasMessageStartingWith("f:2:3: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '`',
            value = {
                "[1 2] ==> e:1:4: ',' or ']' is expected here, but found a number",
                "[1, 2 ==> e:1:1: The list that begins here is not closed",
                "{ a = 1 ==> e:1:1: The object that begins here is not closed",
                "{ a } ==> e:1:5: '=' and a value are expected behind the key, but found '}'",
                "(1 ==> e:1:1: The parenthesis that begins here is not closed",
                "f(1 ==> e:1:1: The function call that begins here is not closed",
                "f(a... b) ==> e:1:8: ')' is expected here, but found 'b'",
                "a[1 ==> e:1:2: The index that begins here is not closed",
                "a. ==> e:1:3: The name of an attribute is expected behind the dot, but found the end of the file",
                "a.0.1 ==> e:1:3: Two indexes in a row are written in brackets, as [0][1]",
                "1 + ==> e:1:4: A value is expected here, but found the end of the file",
                "a ? b ==> e:1:6: ':' and the other result of the conditional are expected here, but found the end of the file",
                "1.2.3 ==> e:1:1: This is not a number",
                "a b ==> e:1:3: The expression is complete here, but more follows, but found 'b'",
                "[for v in l : k => v] ==> e:1:17: A 'for' in brackets makes a list, which has neither keys nor groups, but found '=>'",
                "{for v in l : v} ==> e:1:16: '=>' is expected here: a 'for' in braces makes an object, which has keys, but found '}'",
                "{for = 1} ==> e:1:6: A name is expected behind 'for', but found '='",
                "a & b ==> e:1:3: There are no bitwise operators; did you mean '&&'?",
                "'a' ==> e:1:1: Single quotes are not valid; strings stand in double quotes",
                "a; b ==> e:1:2: ';' is not valid; arguments stand on lines of their own",
            })
    void whatIsWrongIsSaidWhereItIs(String text, String message) {
        assertThatThrownBy(() -> expression(text))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void dottedNamesAreToldFromOtherTraversals() {
        assertThat(((Expression.Traversal) expression("local.a.b")).dottedName())
                .contains("local.a.b");
        assertThat(((Expression.Traversal) expression("local.a[0]")).dottedName())
                .isEmpty();
        assertThat(((Expression.Traversal) expression("f(x).a")).dottedName()).isEmpty();
    }
}
