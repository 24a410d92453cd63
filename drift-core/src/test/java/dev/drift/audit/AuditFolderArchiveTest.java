package dev.drift.audit;

import dev.drift.testing.AuditArchiveContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class AuditFolderArchiveTest extends AuditArchiveContract {

    @TempDir
    private Path root;

    @Override
    protected AuditTrail trail() {
        return new AuditFolder(root.resolve("trail"), Optional.empty(), 1);
    }

    @Override
    protected AuditArchive archive() {
        return AuditFolder.at(root.resolve("trail"));
    }

    @Override
    protected AuditArchive unable() {
        return AuditFolder.at(root.resolve("nowhere"));
    }
}
