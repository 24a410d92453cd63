package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StrayStateTest {

    @TempDir
    private Path folder;

    @Test
    void isFoundHoweverDeepItLies() throws Exception {
        Path deep = Files.createDirectories(folder.resolve(".terragrunt-cache/a/b/c/d/e/f/g/h/i/j/k"));
        Path stray = Files.createFile(deep.resolve("errored.tfstate"));

        assertThat(StrayState.in(folder).file().orElseThrow().toRealPath()).isEqualTo(stray.toRealPath());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void mayBeWhereNobodyCanSearch() throws Exception {
        Files.createSymbolicLink(folder.resolve(".terragrunt-cache"), Path.of(".terragrunt-cache"));

        StrayState unknown = StrayState.in(folder);

        assertThat(unknown.file()).isEmpty();
        assertThat(unknown.doubt().orElseThrow()).contains("errored.tfstate may lie below " + folder);
        assertThatThrownBy(unknown::refuse).isInstanceOf(ProbeException.class).hasMessageContaining("may lie below");
    }

    @Test
    void isKeptAtHomeWhereTheOtherPlaceIsRelative() throws Exception {
        Files.writeString(folder.resolve("errored.tfstate"), "{}");
        UserEnvironment user = new UserEnvironment(Map.of("XDG_STATE_HOME", "state", "HOME", folder.toString()));
        String path = "/" + "long".repeat(60);
        Stack stack = new Stack(StackPath.of(path), Optional.empty(), "long", "", List.of(), folder);

        StrayState.Kept kept = StrayState.in(folder).keep(user, stack).orElseThrow();

        assertThat(kept.file())
                .startsWith(folder.resolve(".local/state/drift/states"))
                .hasContent("{}");
        assertThat(kept.remark()).isEmpty();
        assertThat(kept.file().getName(kept.file().getNameCount() - 2).toString())
                .hasSizeLessThan(150);
        assertThat(folder.resolve("errored.tfstate")).doesNotExist();
    }
}
