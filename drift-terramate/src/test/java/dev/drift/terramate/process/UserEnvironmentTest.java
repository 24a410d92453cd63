package dev.drift.terramate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserEnvironmentTest {

    private final UserEnvironment environment =
            new UserEnvironment(Map.of("TOKEN", "hunter2", "EMPTY", "", "TF_LOG", "trace"));

    @Test
    void printsNamesOnly() {
        assertThat(environment).hasToString("[EMPTY, TF_LOG, TOKEN]");
    }

    @Test
    void whatIsLaidOverWins() {
        assertThat(environment.with("TOKEN", "other").variable("TOKEN")).contains("other");
        assertThat(environment.variable("TOKEN")).contains("hunter2");
    }

    @Test
    void aVariableSetToNothingIsNotSet() {
        assertThat(environment.variable("EMPTY")).isEmpty();
        assertThat(environment.variable("NONE")).isEmpty();
    }

    @Test
    void whatIsTakenAwayIsGone() {
        assertThat(environment.without("TOKEN", "EMPTY").variables()).containsOnlyKeys("TF_LOG");
        assertThat(environment.withoutThose(name -> name.startsWith("TF_")).variables())
                .containsOnlyKeys("TOKEN", "EMPTY");
    }

    @Test
    void aProgramIsFoundInTheFirstFolderThatCanRunIt(@TempDir Path folder) throws Exception {
        Path first = Files.createDirectories(folder.resolve("first"));
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.writeString(first.resolve("tool"), "not executable");
        Files.createDirectories(first.resolve("folder"));
        Script script = Script.of(second);
        UserEnvironment path = new UserEnvironment(Map.of("PATH", "::" + folder + "/none:" + first + ":" + second));

        assertThat(ToolPath.find("tool", path)).contains(script.file());
        assertThat(ToolPath.find("folder", path)).isEmpty();
        assertThat(ToolPath.find("tool", new UserEnvironment(Map.of()))).isEmpty();
    }
}
