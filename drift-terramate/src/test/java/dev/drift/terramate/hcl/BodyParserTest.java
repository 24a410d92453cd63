package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyParserTest {

    @Test
    void blocksNestAndCarryLabels() {
        Body body = Hcl.parse("f", "a \"b\" c \"d\\\"e\" {\n  f {\n    g = 1\n  }\n  f {\n  }\n}\n")
                .body();

        Block a = body.blocks("a").get(0);
        assertThat(a.labels()).containsExactly("b", "c", "d\"e");
        assertThat(a.label(3)).isEmpty();
        assertThat(a.header().text()).isEqualTo("a \"b\" c \"d\\\"e\"");
        assertThat(a.body().blocks("f")).hasSize(2);
        assertThat(a.body().blocks("f").get(1).span()).hasToString("f:5:3");
        assertThat(a.body().span().line()).isEqualTo(1);
    }

    @Test
    void aBlockOnOneLineHoldsAtMostOneArgument() {
        Body body = Hcl.parse("f", "a {}\nb { c = [\n1\n] }\n").body();

        assertThat(body.blocks("a").get(0).body().attributes()).isEmpty();
        assertThat(body.blocks("b").get(0).body().attributes()).containsOnlyKeys("c");
    }

    @Test
    void commentsAndBlankLinesMeanNothing() {
        String text = "# a\n\n// b\n/* c\n d */ x = 1 # e\ny = 2 // f\nz /* g */ = /* h\n */ 3\n";

        assertThat(Hcl.parse("f", text).body().attributes()).containsOnlyKeys("x", "y", "z");
    }

    @Test
    void theLastLineNeedsNoLineBreak() {
        assertThat(Hcl.parse("f", "a = 1").body().attributes()).containsOnlyKeys("a");
        assertThat(Hcl.parse("f", "a = 1 # b").body().attributes()).containsOnlyKeys("a");
        assertThat(Hcl.parse("f", "a {\n}").body().blocks()).hasSize(1);
        assertThat(Hcl.parse("f", "").body().blocks()).isEmpty();
    }

    @Test
    void namesMayHoldDashesAndLettersOfAnyScript() {
        assertThat(Hcl.parse("f", "a-b_1 = 1\nété = 2\n").body().attributes()).containsOnlyKeys("a-b_1", "été");
    }

    static Stream<List<String>> mistakes() {
        return Stream.of(
                List.of("a = 1\na = 2\n", "f:2:1: The argument 'a' is set twice, first at f:1:1"),
                List.of("a {\n  b = 1\n", "f:1:3: The block that begins here is not closed"),
                List.of(
                        "a { b = 1\n",
                        "f:1:10: '}' is expected here: a block on a single line holds a single argument,"
                                + " but found the end of the line"),
                List.of(
                        "a { b = 1, c = 2 }\n",
                        "f:1:10: '}' is expected here: a block on a single line holds a single"
                                + " argument, but found ','"),
                List.of(
                        "a { b { } }\n",
                        "f:1:7: '=' is expected here: a block on a single line holds a single argument,"
                                + " but found '{'"),
                List.of("a = 1 b = 2\n", "f:1:7: An argument ends with its line, but found 'b'"),
                List.of("a = 1, b = 2\n", "f:1:6: An argument ends with its line, but found ','"),
                List.of("a {\n} b = 1\n", "f:2:3: A block ends with the line of its closing brace, but found 'b'"),
                List.of(
                        "a\n",
                        "f:1:2: '=' for an argument, or a label or '{' for a block, is expected here,"
                                + " but found the end of the line"),
                List.of("a \"b${c}\" {\n}\n", "f:1:5: A block label is plain text, but found '${'"),
                List.of(
                        "\"a\" = 1\n",
                        "f:1:1: An argument or a block is expected here, and its name is not quoted,"
                                + " but found a string"),
                List.of("1 = 2\n", "f:1:1: An argument or a block is expected here, but found a number"),
                List.of("}\n", "f:1:1: An argument or a block is expected here, but found '}'"),
                List.of("a =\n", "f:1:4: A value is expected here, but found the end of the line"),
                List.of("a = /* b\n", "f:1:5: The comment that begins here is not closed"),
                List.of("a = 1\r b = 2\n", "f:1:6: A carriage return stands only before a line feed"),
                List.of(
                        "a = \u201Cb\u201D\n",
                        "f:1:5: Curly quotes are not valid; strings stand in straight double quotes"),
                List.of("a = 1\n\nb = \"é😀\" \u0001\n", "f:3:10: The character U+0001 is not valid here"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatIsWrongIsSaidWhereItIs(List<String> mistake) {
        assertThatThrownBy(() -> Hcl.parse("f", mistake.get(0)))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessage(mistake.get(1));
    }
}
