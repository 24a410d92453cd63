package dev.drift.aws.state;

import dev.drift.aws.state.StateException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A state in a file. Its revision is the digest of its bytes: it is written in place, so neither its times, which have grains,
 * nor its size tell for sure that it was.
 */
record LocalState(Path file) implements StateFile {

    @Override
    public Optional<StateCopy> read(Visit visit) throws StateException {
        return opened(stream -> StateReader.read(stream, visit).map(state -> {
            String digest = stream.digest();
            return new StateCopy(state, digest, digest);
        }));
    }

    @Override
    public Optional<String> revision() throws StateException {
        return opened(stream -> {
            stream.transferTo(OutputStream.nullOutputStream());
            return stream.count() == 0 ? Optional.empty() : Optional.of(stream.digest());
        });
    }

    /** What is done with the bytes of a file. */
    private interface Reading<T> {
        Optional<T> of(WatchedStream stream) throws IOException, StateException;
    }

    private <T> Optional<T> opened(Reading<T> reading) throws StateException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw StateReader.unusable("is no file");
        }
        try (WatchedStream stream = new WatchedStream(Files.newInputStream(file))) {
            return reading.of(stream);
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw cannot(unreadable);
        }
    }

    @Override
    public Optional<StateLock> lock() throws StateException {
        Path beside = lockOf(file);
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        try (InputStream bytes = Files.newInputStream(beside)) {
            return Optional.of(LockText.read(new String(bytes.readNBytes(LockText.LONGEST), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException released) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw cannot(unreadable);
        }
    }

    /** The file that says who holds the lock of a state. */
    static Path lockOf(Path state) {
        return state.resolveSibling("." + state.getFileName().toString().replaceFirst("^\\.", "") + ".lock.info");
    }

    private static StateException cannot(IOException unreadable) {
        return unreadable instanceof AccessDeniedException
                ? new StateException(Kind.DENIED, "the file of the state may not be read")
                : new StateException(
                        Kind.UNREACHABLE,
                        "the file of the state cannot be read: "
                                + unreadable.getClass().getSimpleName());
    }
}
