package dev.drift.terramate.probe;

import static dev.drift.code.IacTool.TERRAFORM;
import static dev.drift.code.IacTool.TERRAGRUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.preview.CodeCheck;
import dev.drift.preview.Formatting;
import dev.drift.preview.Validation;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.testing.CodeCheckContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A stack is a directory with one file, whose name tells the scripted tool what to say of it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ToolCheckTest extends CodeCheckContract {

    private static final String VALID =
            "{\"format_version\":\"1.0\",\"valid\":true,\"error_count\":0,\"diagnostics\":[]}";

    @TempDir
    private Path folder;

    @BeforeEach
    void installTools() throws IOException {
        install(
                TERRAFORM,
                "echo \"$@\" >> " + folder.resolve("calls"),
                "case $1 in -chdir=*) cd ${1#-chdir=}; shift;; esac",
                "if [ $1 = fmt ]; then [ -e untidy.tf ] && echo untidy.tf && exit 3; [ -e broken.tf ] && exit 2; exit 0; fi",
                "if [ $1 = init ] && [ -e lasting.tf ]; then echo waiting; sleep 600; fi",
                "if [ $1 = init ] && [ -e unprepared.tf ]; then echo 'Error: no provider there' >&2; exit 1; fi",
                "if [ $1 = validate ] && [ -e wrong.tf ]; then echo '" + invalid("Unsupported argument")
                        + "'; exit 1; fi",
                "if [ $1 = validate ] && [ -e secret.tf ]; then echo '" + invalid("Token is hunter2-the-second")
                        + "'; exit 1; fi",
                "if [ $1 = validate ] && [ -e silent.tf ]; then echo 'Error: it crashed' >&2; exit 1; fi",
                "if [ $1 = validate ] && [ -e unprepared.tf ]; then echo '" + invalid("Missing required provider")
                        + "'; exit 1; fi",
                "if [ $1 = validate ] && [ -e modular.tf ]; then echo '"
                        + invalid("Unsupported argument").replace("wrong.tf", "../../modules/m/main.tf")
                        + "'; exit 1; fi",
                "[ $1 = validate ] && echo '" + VALID + "'",
                "exit 0");
        install(
                TERRAGRUNT,
                "echo \"$@\" >> " + folder.resolve("calls"),
                "if [ $1 = hcl ] && [ $5 = untidy.hcl ]; then echo \"ERRO[0000] File '$PWD/untidy.hcl' needs formatting\" >&2; exit 1; fi",
                "if [ $1 = hcl ] && [ $5 = broken.hcl ]; then echo 'Error: unclosed block' >&2; exit 1; fi",
                "[ $3 = validate ] && echo 'a line before' && echo '" + VALID + "'",
                "exit 0");
    }

    @Override
    protected CodeCheck check() {
        return with(TERRAFORM);
    }

    @Override
    protected Stack fine() {
        return stack("stacks/fine", "main.tf");
    }

    @Override
    protected Stack unformatted() {
        return stack("stacks/untidy", "untidy.tf");
    }

    @Override
    protected String unformattedFile() {
        return "stacks/untidy/untidy.tf";
    }

    @Override
    protected Stack invalid() {
        return stack("stacks/wrong", "wrong.tf");
    }

    @Override
    protected Stack lasting() {
        return stack("stacks/lasting", "lasting.tf");
    }

    @Test
    void rewritesNothingStaysInTheStackAndAsksNoBackend() throws Exception {
        check().format(request(fine()));
        check().validate(request(fine()));

        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertThat(calls.get(0))
                .contains("fmt")
                .contains("-check")
                .contains("-write=false")
                .contains("-recursive=false");
        assertThat(calls.get(1)).contains("init -backend=false");
        assertThat(calls.get(2)).contains("validate -json");
    }

    @Test
    void namesTheFileOfAModuleFromTheRootOfTheRepository() throws ProbeException {
        Validation found = check().validate(request(stack("stacks/modular", "modular.tf")));

        assertThat(found.diagnostics().get(0).place()).contains(new Validation.Place("modules/m/main.tf", 3));
    }

    @Test
    void codeThatCouldNotBePreparedIsNotCalledInvalid() throws ProbeException {
        assertThat(check().validate(request(stack("stacks/unprepared", "unprepared.tf"))))
                .isEqualTo(new Validation.NotValidated("Error: no provider there"));
    }

    @Test
    void anAnswerThatIsNoneIsToldWithItsReason() throws ProbeException {
        assertThat(check().validate(request(stack("stacks/silent", "silent.tf"))))
                .isEqualTo(new Validation.NotValidated("Error: it crashed"));
    }

    @Test
    void codeThatTheFormatCheckCannotReadIsNotCalledFormatted() throws ProbeException {
        assertThat(check().format(request(stack("stacks/broken", "broken.tf"))))
                .isInstanceOf(Formatting.NotChecked.class);
    }

    @Test
    void aToolThatIsNotThereIsToldInsteadOfAnAnswer() throws ProbeException {
        ToolCheck missing = ToolCheck.with(PlanSettings.standard()
                .withTool(TERRAFORM)
                .withExecutable(TERRAFORM, folder.resolve("nowhere"))
                .withTemporaryFolder(folder.resolve("looks")));

        assertThat(missing.format(request(fine()))).isInstanceOf(Formatting.NotChecked.class);
        assertThat(missing.validate(request(fine()))).isInstanceOf(Validation.NotValidated.class);
    }

    @Test
    void needsNoPreparationWhereAProviderIsLentAndTheCodeIsValidWithout() throws Exception {
        Map<String, String> lent = Map.of("TF_REATTACH_PROVIDERS", "{}");

        Validation found = check().validate(
                        new ProbeRequest(fine(), EnvironmentLease.of(lent), Duration.ofMinutes(1), line -> {}));

        assertThat(found).isInstanceOf(Validation.Valid.class);
        assertThat(Files.readAllLines(folder.resolve("calls"))).hasSize(1).allMatch(call -> call.contains("validate"));
    }

    @Test
    void hidesWhatTheEnvironmentKeepsSecret() throws ProbeException {
        Map<String, String> lent = Map.of("SOME_TOKEN", "hunter2-the-second");

        Validation found = check().validate(new ProbeRequest(
                stack("stacks/secret", "secret.tf"), EnvironmentLease.of(lent), Duration.ofMinutes(1), line -> {}));

        assertThat(found).isInstanceOf(Validation.Invalid.class);
        assertThat(found.toString()).doesNotContain("hunter2");
    }

    @Test
    void terragruntChecksItsOwnFilesOneByOneAndTerraformFilesAreNotItsBusiness() throws ProbeException {
        Stack unit = stack("stacks/unit", "untidy.hcl");
        stack("stacks/unit", "terragrunt.hcl");
        stack("stacks/unit", "stack.tm.hcl");
        stack("stacks/unit", ".terraform.lock.hcl");

        assertThat(with(TERRAGRUNT).format(request(unit)))
                .isEqualTo(new Formatting.Unformatted(List.of("stacks/unit/untidy.hcl")));
        assertThat(with(TERRAGRUNT).format(request(stack("stacks/hopeless", "broken.hcl"))))
                .isEqualTo(new Formatting.NotChecked("Error: unclosed block"));
        assertThat(with(TERRAGRUNT).validate(request(unit))).isInstanceOf(Validation.Valid.class);
    }

    @Test
    void leavesNoPrivateFolderBehind() throws Exception {
        check().format(request(fine()));
        check().validate(request(fine()));
        check().validate(request(invalid()));

        try (Stream<Path> looks = Files.list(folder.resolve("looks"))) {
            assertThat(looks).isEmpty();
        }
    }

    private ToolCheck with(IacTool tool) {
        return ToolCheck.with(PlanSettings.standard()
                .withTool(tool)
                .withExecutable(tool, folder.resolve(tool.command()))
                .withTemporaryFolder(folder.resolve("looks")));
    }

    private void install(IacTool tool, String... script) throws IOException {
        Path file = Files.write(
                folder.resolve(tool.command()),
                Stream.concat(Stream.of("#!/bin/sh"), Stream.of(script)).toList());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static String invalid(String summary) {
        return "{\"format_version\":\"1.0\",\"valid\":false,\"error_count\":1,\"diagnostics\":[{\"severity\":\"error\","
                + "\"summary\":\"" + summary
                + "\",\"detail\":\"Not expected here.\",\"range\":{\"filename\":\"wrong.tf\","
                + "\"start\":{\"line\":3,\"column\":1}}}]}";
    }

    private Stack stack(String path, String file) {
        Path directory = folder.resolve("repository").resolve(path);
        try {
            Files.createDirectories(directory);
            if (Files.notExists(directory.resolve(file))) {
                Files.createFile(directory.resolve(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Stack(StackPath.of("/" + path), Optional.empty(), "name", "", List.of(), directory);
    }
}
