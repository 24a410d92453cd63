package dev.drift.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.diagnosis.Waiver;
import dev.drift.stack.Selector;
import dev.drift.stack.StackFilter;
import dev.drift.stack.StackPath;
import dev.drift.value.ValuePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaiversTest {

    private static final String WHOLE = """
            version: 1
            waivers:
              - stack: /stacks/prod/web
                select: "Environment:prod"
                resource: "aws_ecs_service.web[*]"
                field: desired_count
                until: 2026-12-31
                reason: capacity test
                by: anna
              - { select: "Environment:qa", resource: aws_vpc.this, until: "2026-11-30", reason: moved by hand }
            """;

    @TempDir
    Path directory;

    @Test
    void readsWhatIsLeftAlone() throws IOException {
        StackFilter web = new StackFilter.At(StackPath.of("/stacks/prod/web"));

        assertThat(read(WHOLE).waivers())
                .containsExactly(
                        new Waiver(
                                web.both(Selector.parse("Environment:prod")),
                                "aws_ecs_service.web[*]",
                                Optional.of(ValuePath.of("desired_count")),
                                LocalDate.of(2026, 12, 31),
                                "capacity test",
                                Optional.of("anna")),
                        new Waiver(
                                Selector.parse("Environment:qa"),
                                "aws_vpc.this",
                                Optional.empty(),
                                LocalDate.of(2026, 11, 30),
                                "moved by hand",
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "until: 2026-12-31 | unti: 2026-12-31 | 7:5 | \"unti\" is not known here; did you mean until?",
                "until: 2026-12-31 | until: 2026-02-30 | 7:12 | \"2026-02-30\" is no date: write 2026-12-31",
                "until: 2026-12-31 | until: never | 7:12 | is no date",
                ", until: \"2026-11-30\" | | 10:5 | The end is missing",
                ", reason: moved by hand | | 10:5 | The reason is missing",
                "reason: capacity test | reason: \" \" | 8:13 | The reason of a waiver is empty",
                ", resource: aws_vpc.this | | 10:5 | The resource is missing",
                "resource: aws_vpc.this | resource: '*' | 10:43 | says of which field",
                "select: \"Environment:qa\", | | 10:5 | The stacks are missing",
                "select: \"Environment:qa\" | select: \"Environment:\" | 10:15 | is no term",
                "select: \"Environment:qa\" | select: \"\" | 10:15 | A selector is missing",
                "stack: /stacks | stack: stacks | 3:12 | Stack path must be project-absolute",
                "field: desired_count | field: 'tags[' | 6:12 | tags[",
                "by: anna | by: [anna] | 9:9 | A text is expected here, not a list",
                "waivers: | waiver: | 2:1 | did you mean waivers?"
            })
    void saysWhatIsWrongAndWhere(String written, String wrong, String where, String message) {
        String text = WHOLE.replace(written, wrong == null ? "" : wrong);
        assertThat(text).isNotEqualTo(WHOLE);

        assertThat(problems(text)).anySatisfy(problem -> {
            assertThat(problem.where()).isEqualTo("drift.yaml:" + where);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void saysEverythingOfAWaiverAtOnce() {
        assertThat(problems("version: 1\nwaivers:\n  - { resource: '', until: soon, reason: '', by: '' }\n  - 7\n"))
                .extracting(Problem::message)
                .hasSize(10);
    }

    private List<Problem> problems(String text) {
        return catchThrowableOfType(InvalidConfigException.class, () -> read(text))
                .problems();
    }

    private DriftFile read(String text) throws IOException {
        Path file = directory.resolve("drift.yaml");
        Files.writeString(file, text);
        return DriftYaml.read("drift.yaml", file);
    }
}
