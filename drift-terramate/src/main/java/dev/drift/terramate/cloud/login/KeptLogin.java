package dev.drift.terramate.cloud.login;

import dev.drift.config.Secret;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.terramate.cloud.wire.Credential;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The login that {@code terramate cloud login} keeps in a file. It is read and never renewed: the vendor's command does that
 * whenever it runs, and the file is read again once what was read has expired.
 */
final class KeptLogin implements Credential {

    private static final String WHAT = "the login kept by Terramate";
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private final Clock clock;
    private Optional<IdentityToken> identity = Optional.empty();

    KeptLogin(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Secret> authorization() throws CloudException {
        if (identity.filter(token -> token.isFreshBy(clock)).isEmpty()) {
            identity = Optional.of(read());
        }
        return identity.map(IdentityToken::authorization);
    }

    @Override
    public String toString() {
        return "login of the user";
    }

    private IdentityToken read() throws CloudException {
        IdentityToken token = IdentityToken.of(text(), WHAT);
        if (!token.isValidBy(clock)) {
            throw unusable("has expired; \"terramate cloud info\" renews it", Optional.empty());
        }
        return token;
    }

    private String text() throws CloudException {
        try {
            requirePrivate();
            return Json.read(Files.readString(file)).field("id_token").text().orElse("");
        } catch (IOException | JsonException broken) {
            throw unusable("cannot be read from " + file, Optional.of(broken));
        }
    }

    private void requirePrivate() throws IOException, CloudException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
            throw unusable("can be read by other users of this machine: " + file, Optional.empty());
        }
    }

    private static CloudException unusable(String how, Optional<Exception> cause) {
        String message = WHAT + " " + how;
        return cause.map(below -> new CloudException(CloudFault.UNAUTHORIZED, message, below))
                .orElseGet(() -> new CloudException(CloudFault.UNAUTHORIZED, message));
    }
}
