package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateParserTest {

    private static String shape(String text) {
        return Shape.of(Hcl.parseExpression(SourceFile.of("e", text), HclLimits.standard()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '`',
            value = {
                "\"\" ==> ''",
                "\"a${b}c\" ==> 'a|${b}|c'",
                "\"${a}\" ==> '${a}'",
                "\"$${a} %%{b}\" ==> '${a} %{b}'",
                "\"$$${a}\" ==> '$${a}'",
                "\"$ % $a %a 5%\" ==> '$ % $a %a 5%'",
                "\"a\\n\\t\\\"\\\\\" ==> 'a\\n\t\"\\'",
                "\"\\u00e9\\U0001F600\" ==> 'é😀'",
                "\"${\"${\"a\"}\"}\" ==> '${'${'a'}'}'",
                "\"${ {a = \"}\"}.a }\" ==> '${{'a' = '}'}.a}'",
                "\"a ${~ b ~} c\" ==> 'a|${b}|c'",
                "\"%{if a}x%{else}y%{endif}\" ==> '%{if a}x%{else}y'",
                "\"%{ if a }x%{ endif }z\" ==> '%{if a}x%{else}|z'",
                "\"%{for k, v in m}${k}%{endfor}\" ==> '%{for k, v in m}${k}'",
                "\"%{if a ~} x %{~ endif}\" ==> '%{if a}x%{else}'",
            })
    void quotedTemplatesAreRead(String text, String shape) {
        assertThat(shape(text)).isEqualTo(shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ==> ",
            quoteCharacter = '`',
            value = {
                "\"a\\q\" ==> e:1:3: Only \\n \\r \\t \\\" \\\\ \\u and \\U are escapes",
                "\"\\u12\" ==> e:1:2: \\u is followed by 4 hexadecimal digits",
                "\"\\ud800\" ==> e:1:2: There is no such Unicode character",
                "\"abc ==> e:1:1: The string that begins here is not closed",
                "\"a${b ==> e:1:3: The template sequence that begins here is not closed",
                "\"a${b c}\" ==> e:1:7: '}' is expected at the end of the template sequence, but found 'c'",
                "\"%{if a}b\" ==> e:1:2: The directive that begins here has no endif",
                "\"%{for a in b}%{endif}\" ==> e:1:15: Unexpected endif: endfor is due for the directive at e:1:2",
                "\"%{endif}\" ==> e:1:2: Unexpected endif: nothing is open here",
                "\"%{if a}%{else}%{else}%{endif}\" ==> e:1:16: Unexpected else: endif is due for the directive at e:1:2",
                "\"%{when a}\" ==> e:1:4: if, else, endif, for or endfor is expected behind '%{', but found 'when'",
                "\"${}\" ==> e:1:4: A value is expected here, but found '}'",
                "a ~ b ==> e:1:3: '~' stands only at the edge of a template sequence",
            })
    void whatIsWrongIsSaidWhereItIs(String text, String message) {
        assertThatThrownBy(() -> shape(text))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void heredocsKeepTheirLines() {
        assertThat(shape("<<EOT\n  a\n b $5 ${c}\n  EOT\n")).isEqualTo("'  a\\n b $5 |${c}|\\n'");
        assertThat(shape("<<EOT\r\na\r\nEOT\r\n")).isEqualTo("'a\\r\\n'");
        assertThat(shape("<<EOT\nEOT\n")).isEqualTo("''");
        assertThat(shape("<<EOT\nEOT2\n EOT x\n\\n\nEOT\n")).isEqualTo("'EOT2\\n EOT x\\n\\n\\n'");
    }

    @Test
    void flushHeredocsLoseTheirCommonIndentation() {
        assertThat(shape("<<-EOT\n    a\n\n      b\n    ${c}\n    EOT\n")).isEqualTo("'a\\n\\n  b\\n|${c}|\\n'");
        assertThat(shape("<<-EOT\n    a\n  ${c}\n    EOT\n")).isEqualTo("'  a\\n|${c}|\\n'");
        assertThat(shape("<<-EOT\n    a\n${c}\n    EOT\n")).isEqualTo("'    a\\n|${c}|\\n'");
    }

    @Test
    void stripMarkersInHeredocsTakeOneLine() {
        assertThat(shape("<<EOT\n${a ~}\n   b\nEOT\n")).isEqualTo("'${a}|   b\\n'");
        assertThat(shape("<<EOT\na\n   ${~ b}\nEOT\n")).isEqualTo("'a\\n|${b}|\\n'");
    }

    @Test
    void heredocsNestInTemplates() {
        assertThat(shape("<<OUT\n${<<IN\nx\nIN\n}\nOUT\n")).isEqualTo("'${'x\\n'}|\\n'");
    }

    @Test
    void unfinishedHeredocsAreToldAtTheirBeginning() {
        assertThatThrownBy(() -> Hcl.parse("f", "a = <<EOT\nb\nEOT"))
                .hasMessage("f:1:5: The heredoc that begins here is not closed: no later line consists of EOT alone"
                        + " and ends in a line break");
        assertThatThrownBy(() -> Hcl.parse("f", "a = <<EOT b\n")).hasMessageContaining("f:1:5: '<<' begins a heredoc");
    }

    @Test
    void onlyConstantTextIsLiteral() {
        assertThat(literal("\"a\\tb\"")).isEqualTo("a\tb");
        assertThat(literal("\"\"")).isEmpty();
        assertThat(literal("<<E\na\nE\n")).isEqualTo("a\n");
        assertThat(literal("\"a${b}\"")).isEqualTo("none");
        assertThat(literal("1")).isEqualTo("none");
    }

    private static String literal(String text) {
        return Hcl.parseExpression(SourceFile.of("e", text), HclLimits.standard())
                .literalText()
                .orElse("none");
    }
}
