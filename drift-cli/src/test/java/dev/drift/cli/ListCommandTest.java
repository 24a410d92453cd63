package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandTest {

    @TempDir
    Path directory;

    @Test
    void listsEveryStackByPath() {
        assertThat(list()).isEqualTo("""
            /stacks/prod/eu-central-1/data
            /stacks/prod/eu-central-1/web
            /stacks/prod/eu-west-1/web
            /stacks/qa/eu-south-1/web
            /tools
            """);
    }

    @Test
    void listsWhatIsSelected() {
        String prodInCentral = "/stacks/prod/eu-central-1/data\n/stacks/prod/eu-central-1/web\n";

        assertThat(list("--select", "Environment:prod,Region:eu-central-1")).isEqualTo(prodInCentral);
        assertThat(list("--environment", "PROD", "--region", "eu-central-1")).isEqualTo(prodInCentral);
        assertThat(list("--select", "environment:prod", "--region", "eu-central-1"))
                .isEqualTo(prodInCentral);
        assertThat(list("--tags", "environment/prod:region/eu-central-1")).isEqualTo(prodInCentral);
        assertThat(list("--tags", "environment/prod", "--no-tags", "region/eu-west-1"))
                .isEqualTo(prodInCentral);
    }

    @Test
    void environmentsNarrowWhatASelectorPicks() {
        Repository.sample(directory);

        assertThat(list("--select", "web", "--environment", "prod", "--environment", "qa"))
                .hasLineCount(3);
        assertThat(Call.in(directory)
                        .of("list", "--select", "environment:prod", "--environment", "qa")
                        .code())
                .isEqualTo(64);
    }

    @Test
    void listsBelowADirectory() {
        assertThat(list("--root", "stacks/prod")).hasLineCount(3);
    }

    @Test
    void listsInRunOrder() {
        Repository.in(directory)
                .write("a/stack.tm.hcl", "stack {\n  after = [\"/b\"]\n}\n")
                .stack("b");

        assertThat(Call.in(directory).of("list", "--order", "run").out()).isEqualTo("/b\n/a\n");
        assertThat(Call.in(directory).of("list").out()).isEqualTo("/a\n/b\n");
    }

    @Test
    void printsATableAndJson() {
        Golden.check("list/table.txt", list("--format", "table"));
        Golden.check("list/stacks.json", list("--format", "json", "--select", "environment:qa"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--select Environment:prdo | No stack is tagged Environment:prdo; did you mean prod?",
                "--environment prdo | No stack is tagged environment:prdo; did you mean prod?",
                "--tags environment/prdo | none is tagged environment/prdo; did you mean environment/prod?",
                "--select environment:prod,region:eu-south-1 | environment:prod is carried with"
            })
    void selectingNothingNamesTheNearestTags(String arguments, String message) {
        Repository.sample(directory);

        Call call = Call.in(directory).of(("list " + arguments).strip().split(" "));

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains(message.strip());
        assertThat(call.out()).isEmpty();
    }

    @Test
    void selectingNothingMayBeAllowed() {
        Repository.sample(directory);

        Call call = Call.in(directory).of("list", "--select", "nothing", "--allow-empty");

        assertThat(call.code()).isZero();
        assertThat(call.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stack {}\\nstack {} | a/stack.tm.hcl:2",
                "stack {\\n  id = \"one\"\\n} | b/stack.tm.hcl:1:1: Stacks /a and /b have the same id",
                "stack {\\n  tags = [\"Prod\"]\\n} | a/stack.tm.hcl:2",
                "stack {\\n  name = \"x | a/stack.tm.hcl:2",
                "stack { | a/stack.tm.hcl:1"
            })
    void refusesWhatTerramateRefusesWithFileAndLine(String code, String place) {
        Repository.in(directory)
                .write("a/stack.tm.hcl", code.strip().replace("\\n", "\n"))
                .write("b/stack.tm.hcl", "stack {\n  id = \"ONE\"\n}\n");

        Call call = Call.in(directory).of("list");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains(place).doesNotContain("\tat ", "Exception");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void refusesADirectoryThatIsNoRepository() {
        Call call = Call.in(directory).of("list");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).startsWith("drift: ").contains("repository").hasLineCount(1);
    }

    @Test
    void refusesTenMegabytesOfNestedBrackets() {
        Repository.in(directory).write("a/stack.tm.hcl", "stack {\n  tags = " + "[".repeat(10 << 20));

        Call call = Call.in(directory).of("list");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("a/stack.tm.hcl").hasSizeLessThan(2_000);
    }

    private String list(String... arguments) {
        Repository.sample(directory);
        String[] all = new String[arguments.length + 1];
        all[0] = "list";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Call call = Call.in(directory).of(all);
        assertThat(call.err()).isEmpty();
        assertThat(call.code()).isZero();
        return call.out();
    }
}
