package dev.drift.it.equality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import dev.drift.observation.Coverage;
import dev.drift.observation.Observation;
import dev.drift.terramate.plan.PlanFile;
import dev.drift.terramate.plan.PlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan file says by itself is what {@code show -json} says of it, or it is left to {@code show}. */
class PlanFileIT {

    private static final String CODE = """
            variable "size" { default = "small" }
            variable "told" { default = "one" }
            resource "terraform_data" "alone" { input = var.size }
            resource "terraform_data" "many" {
              for_each = toset(["a", "b"])
              input    = { name = each.key, secret = sensitive("hidden") }
            }
            module "inner" { source = "./inner" }
            output "told" { value = var.told }
            output "id" { value = terraform_data.alone.id }
            check "size" {
              assert {
                condition     = terraform_data.alone.output == "small"
                error_message = "not small"
              }
            }
            """;
    private static final String INNER = "resource \"terraform_data\" \"inner\" { input = \"x\" }\n";
    private static final int OBJECTS = 4;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("inner.tf"), INNER);
        Files.writeString(folder.resolve("main.tf"), CODE);
        Files.createFile(folder.resolve("settings"));
    }

    @ParameterizedTest
    @EnumSource(
            value = IacTool.class,
            names = {"TERRAFORM", "TOFU"})
    void unmovedPlanIsToldAsItsJsonTellsIt(IacTool tool) throws Exception {
        run(tool, "init", "-input=false");
        run(tool, "apply", "-auto-approve", "-input=false");

        assertThat(told(tool)).map(Observation::coverage).contains(Coverage.complete(OBJECTS));
        assertThat(told(tool)).contains(shown(tool));
    }

    @ParameterizedTest
    @EnumSource(
            value = IacTool.class,
            names = {"TERRAFORM", "TOFU"})
    void whateverElseAPlanHoldsIsShown(IacTool tool) throws Exception {
        run(tool, "init", "-input=false");
        assertThat(told(tool)).as("nothing applied yet").isEmpty();
        run(tool, "apply", "-auto-approve", "-input=false");

        for (String argument : List.of(
                "-var=size=large",
                "-var=told=two",
                "-target=terraform_data.alone",
                "-replace=terraform_data.alone",
                "-refresh-only",
                "-destroy")) {
            assertThat(told(tool, argument)).as(argument).isEmpty();
        }
        for (Map.Entry<String, String> edit : edits().entrySet()) {
            Files.writeString(folder.resolve("main.tf"), edit.getValue());
            assertThat(told(tool)).as(edit.getKey()).isEmpty();
        }
    }

    private static Map<String, String> edits() {
        return Map.of(
                "an object more", CODE + "resource \"terraform_data\" \"more\" {}\n",
                "an object less", CODE.replace("[\"a\", \"b\"]", "[\"a\"]"),
                "an output more", CODE + "output \"more\" { value = 1 }\n",
                "a move",
                        CODE.replace("\"terraform_data\" \"alone\"", "\"terraform_data\" \"other\"")
                                        .replace("terraform_data.alone", "terraform_data.other")
                                + "moved {\n  from = terraform_data.alone\n  to = terraform_data.other\n}\n",
                "an import",
                        CODE + "resource \"terraform_data\" \"more\" {}\n"
                                + "import {\n  to = terraform_data.more\n  id = \"x\"\n}\n");
    }

    private Optional<Observation> told(IacTool tool, String... arguments) throws IOException, InterruptedException {
        run(
                tool,
                Stream.concat(Stream.of("plan", "-input=false", "-out=plan"), Stream.of(arguments))
                        .toArray(String[]::new));
        return PlanFile.unmoved(folder.resolve("plan"), tool, Optional::empty);
    }

    private Observation shown(IacTool tool) throws Exception {
        Path json = Files.writeString(folder.resolve("json"), run(tool, "show", "-json", "plan"));
        return PlanJson.read(json, Optional.empty());
    }

    private String run(IacTool tool, String... words) throws IOException, InterruptedException {
        Path program = tool == IacTool.TOFU ? RealTools.tofu() : RealTools.terraform();
        return Command.of(Stream.concat(Stream.of(program), Stream.of(words)).toArray())
                .in(folder)
                .with(Map.of("TF_CLI_CONFIG_FILE", folder.resolve("settings").toString()))
                .output();
    }
}
