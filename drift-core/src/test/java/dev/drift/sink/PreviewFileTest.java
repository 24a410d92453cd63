package dev.drift.sink;

import dev.drift.preview.PreviewJson;
import dev.drift.preview.PreviewReport;
import dev.drift.testing.PreviewSinkContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class PreviewFileTest extends PreviewSinkContract {

    @TempDir
    private Path folder;

    @Override
    protected PreviewSink sink() {
        return new PreviewFile(file(), PreviewJson::write);
    }

    @Override
    protected boolean holds(PreviewReport preview) throws IOException {
        return Files.exists(file()) && Files.readString(file()).equals(PreviewJson.write(preview));
    }

    @Override
    protected boolean holdsAnything() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    @Override
    protected Optional<PreviewSink> unable() {
        return Optional.of(new PreviewFile(folder.resolve("missing").resolve("preview.json"), PreviewJson::write));
    }

    private Path file() {
        return folder.resolve("preview.json");
    }
}
