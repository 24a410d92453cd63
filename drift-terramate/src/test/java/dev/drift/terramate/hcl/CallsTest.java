package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file(1)",
                "other(file(1))",
                "\"a ${file(1)}\"",
                "\"%{if file(1)}a%{endif}\"",
                "\"%{if a}${file(1)}%{endif}\"",
                "\"%{if a}b%{else}${file(1)}%{endif}\"",
                "\"%{for v in file(1)}a%{endfor}\"",
                "\"%{for v in a}${file(1)}%{endfor}\"",
                "file(1).a",
                "a[file(1)]",
                "a[*].b[file(1)]",
                "[a, file(1)]",
                "{ a = file(1) }",
                "{ (file(1)) = a }",
                "[for v in file(1) : v]",
                "[for v in a : file(1)]",
                "[for v in a : v if file(1)]",
                "{ for k, v in file(1) : k => v }",
                "{ for k, v in a : file(1) => v }",
                "{ for k, v in a : k => file(1) }",
                "{ for k, v in a : k => v if file(1) }",
                "file(1) + a",
                "a + file(1)",
                "file(1) ? a : b",
                "a ? file(1) : b",
                "a ? b : file(1)",
                "-file(1)",
                "!file(1)",
                "(file(1))"
            })
    void findsACallWhereverItStands(String expression) {
        assertThat(calls(expression)).containsExactly("file(1)");
    }

    @Test
    void findsCallsInCallsFromOutsideIn() {
        assertThat(calls("file(other(file(1), none(2)))")).containsExactly("file(other(file(1), none(2)))", "file(1)");
    }

    @Test
    void findsNoOtherCalls() {
        assertThat(calls("[files(1), file, \"file(1)\"]")).isEmpty();
    }

    private static List<String> calls(String expression) {
        return Calls.of(Set.of("file"), Hcl.parseExpression(SourceFile.of("test", expression), HclLimits.standard()))
                .stream()
                .map(call -> call.span().text())
                .toList();
    }
}
