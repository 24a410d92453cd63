package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    private static final List<String> COMMANDS = List.of(
            "list",
            "detect",
            "judge",
            "preview",
            "provision",
            "status",
            "serve",
            "init",
            "merge",
            "deliver",
            "doctor",
            "completion");

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void everyCommandExplainsItself(String command) {
        Call call = Call.in(Path.of("")).of(command, "--help");

        assertThat(call.code()).isZero();
        assertThat(call.err()).isEmpty();
        Golden.check("help/" + command + ".txt", call.out());
    }

    @Test
    void aCommandBelowACommandExplainsItself() {
        Golden.check(
                "help/audit.txt", Call.in(Path.of("")).of("audit", "--help").out());
        Golden.check(
                "help/generate.txt",
                Call.in(Path.of("")).of("generate", "--help").out());
        Golden.check(
                "help/generate-workflows.txt",
                Call.in(Path.of("")).of("generate", "workflows", "--help").out());
        String verify = Call.in(Path.of("")).of("audit", "verify", "--help").out();
        Golden.check("help/audit-verify.txt", verify);
        assertThat(verify.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(Call.in(Path.of("")).of("help", "audit", "verify").out()).isEqualTo(verify);
    }

    @Test
    void theCommandExplainsItself() {
        Call call = Call.in(Path.of("")).of("--help");

        assertThat(call.code()).isZero();
        Golden.check("help/drift.txt", call.out());
        assertThat(Call.in(Path.of("")).of("-h").out()).isEqualTo(call.out());
    }

    @Test
    void helpCanStandInFront() {
        String detect = Call.in(Path.of("")).of("detect", "--help").out();

        assertThat(Call.in(Path.of("")).of("-h", "detect").out()).isEqualTo(detect);
        assertThat(Call.in(Path.of("")).of("help", "detect").out()).isEqualTo(detect);
        assertThat(Call.in(Path.of("")).of("help").out())
                .isEqualTo(Call.in(Path.of("")).of("--help").out());
    }

    @ParameterizedTest
    @CsvSource({
        "help detct, Unknown command detct; did you mean detect?, drift --help",
        "detct --help, Unknown command detct; did you mean detect?, drift --help",
        "-h nope, Unknown command nope, drift --help",
        "help audit verfy, Unknown command verfy; did you mean verify?, drift audit --help"
    })
    void nothingExplainsACommandThatIsNone(String arguments, String problem, String see) {
        Call call = Call.in(Path.of("")).of(arguments.split(" "));

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).isEqualTo("drift: " + problem + "\ndrift: See '" + see + "'\n");
    }

    @Test
    void withoutArgumentsItExplainsItselfAndIsUsedWrongly() {
        Call call = Call.in(Path.of("")).of();

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.out()).contains("Usage: drift COMMAND");
    }

    @Test
    void helpOutweighsMistakes() {
        assertThat(Call.in(Path.of("")).of("detect", "--bogus", "--help").code())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void saysItsVersion(String option) {
        Call call = Call.in(Path.of("")).of(option);

        assertThat(call.code()).isZero();
        assertThat(call.out()).matches("drift \\S+\n");
    }

    @Test
    void linesOfHelpFitAHundredCharacters() {
        for (String command : COMMANDS) {
            assertThat(Call.in(Path.of("")).of(command, "--help").out().lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }
}
