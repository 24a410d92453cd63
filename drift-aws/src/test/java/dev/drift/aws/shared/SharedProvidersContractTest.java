package dev.drift.aws.shared;

import dev.drift.observation.EnvironmentSource;
import dev.drift.stack.Stack;
import dev.drift.testing.EnvironmentSourceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SharedProvidersContractTest extends EnvironmentSourceContract {

    @TempDir
    private Path folder;

    private SharedScene scene;

    @BeforeEach
    void setUp() throws Exception {
        scene = new SharedScene(folder);
    }

    @Override
    protected EnvironmentSource source() {
        return scene.source();
    }

    @Override
    protected Stack stack() {
        return scene.stack();
    }
}
