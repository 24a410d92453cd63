package dev.drift.terramate.code;

import dev.drift.code.CodeReader;
import dev.drift.terramate.Sources;
import dev.drift.testing.CodeReaderContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class TerraformCodeContractTest extends CodeReaderContract {

    @TempDir
    Path root = Path.of("");

    private final CodeReader reader = TerraformCode.standard();

    @Override
    protected CodeReader reader() {
        return reader;
    }

    @Override
    protected Path directory() {
        return code("directory", "resource \"a\" \"b\" {}");
    }

    @Override
    protected Path copy() {
        return code("copy", "resource \"a\" \"b\" {}");
    }

    @Override
    protected Path other() {
        return code("other", "resource \"a\" \"c\" {}");
    }

    @Override
    protected Path broken() {
        return code("broken", "resource \"a\" {");
    }

    private Path code(String name, String text) {
        return new Sources(root).with(name + "/main.tf", text).at(name);
    }
}
