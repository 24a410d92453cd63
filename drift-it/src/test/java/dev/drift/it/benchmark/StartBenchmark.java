package dev.drift.it.benchmark;

import dev.drift.it.tools.Command;
import org.junit.jupiter.api.Test;

class StartBenchmark {

    @Test
    void versionAgainstABareMachine() throws Exception {
        Command bare = Command.of(System.getProperty("java.home") + "/bin/java", "-version");
        Timing[] pair = Timing.paired(
                15, "./drift --version", Timing.of(Launcher.drift("--version")), "java -version", Timing.of(bare));
        Timing.compare(pair, "at most 0.25 s for the first");
    }
}
