package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class LookTracesTest {

    private static final String PLANS = "[ $sub = plan ] && touch $out";
    private static final String SHOWS = "[ $sub = show ] && echo '{\"format_version\":\"1.2\",\"planned_values\":{}}'";

    private LookBench bench;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        bench = new LookBench(folder).code("# empty");
    }

    @AfterEach
    void nothingStaysBehind() throws Exception {
        assertThat(bench.leftBehind()).isEmpty();
    }

    @Test
    void theFolderOfALookIsReadableForNobodyElse() throws Exception {
        bench.tool("terraform", "[ $sub = plan ] && touch $out && ls -ld $(dirname $out)", SHOWS, "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(bench.output).anyMatch(line -> line.startsWith("drwx------"));
    }

    @Test
    void aCheckoutWithoutLockFileIsNotWritten() throws Exception {
        Map<String, String> before = bench.checkout();
        bench.tool("terraform", "[ $sub = init ] && echo x > .touched", PLANS, SHOWS, "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(bench.calls()).allMatch(call -> call.startsWith("-chdir=" + bench.temporary));
        assertThat(bench.checkout().keySet()).hasSize(before.size() + 1);
    }

    @Test
    void initsThatShareAPluginCacheDoNotOverlap() throws Exception {
        Path cache = Files.createDirectories(bench.folder.resolve("cache"));
        bench.user("TF_PLUGIN_CACHE_DIR", cache.toString())
                .tool(
                        "terraform",
                        "if [ $sub = init ]; then mkdir '" + cache + "/busy' || exit 1; sleep 0.3; rmdir '" + cache
                                + "/busy'; fi",
                        PLANS,
                        SHOWS,
                        "exit 0");

        List<CompletableFuture<String>> looks = java.util.stream.Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> {
                            try {
                                return bench.look(IacTool.TERRAFORM).coverage().toString();
                            } catch (ProbeException failed) {
                                return failed.reason();
                            }
                        }))
                .limit(3)
                .toList();

        assertThat(looks).allSatisfy(look -> assertThat(look.get()).startsWith("Coverage"));
    }
}
