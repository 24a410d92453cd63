package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Residency;
import dev.drift.file.FileTurn;
import dev.drift.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A trail in a folder: segments of lines, each named by the number of its first line, and {@value AuditFile#HEAD}. Only their
 * owner can read what this makes. Writers take turns, also those of other processes; where a writer was stopped in the middle,
 * the next one keeps the lines that are whole, drops the one that is not, and records both.
 *
 * @param folder where; made when first written to
 * @param promised where it is promised to stay
 * @param segmentBytes how long a segment gets before the next one begins
 */
public record AuditFolder(Path folder, Optional<Residency> promised, long segmentBytes)
        implements AuditTrail, AuditArchive {

    private static final long USUAL_BYTES = 8L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public AuditFolder {
        requireNonNull(folder, "folder is null");
        requireNonNull(promised, "promised is null");
        if (segmentBytes < 1) {
            throw new IllegalArgumentException("A segment holds something: " + segmentBytes);
        }
    }

    /** In a folder that promises nothing, with segments of eight megabytes. */
    public static AuditFolder at(Path folder) {
        return new AuditFolder(folder, Optional.empty(), USUAL_BYTES);
    }

    /** The same folder, which is promised to stay somewhere. */
    public AuditFolder boundTo(Optional<Residency> residency) {
        return new AuditFolder(folder, residency, segmentBytes);
    }

    @Override
    public String destination() {
        return "audit trail " + folder;
    }

    @Override
    public Optional<Residency> residency() {
        return promised;
    }

    /** A folder of which nothing is promised belongs to this machine. */
    @Override
    public boolean leavesTheMachine() {
        return promised.isPresent();
    }

    @Override
    public AuditHead append(List<AuditNote> notes) throws AuditException {
        List<AuditNote> asked = List.copyOf(notes);
        try {
            PrivateFiles.makeFolder(folder);
            FileTurn turn = turn();
            try (turn) {
                return held(asked);
            }
        } catch (IOException failed) {
            throw failure("written to", failed);
        }
    }

    @Override
    public void read(Consumer<AuditFile> reader) throws AuditException {
        if (!Files.isDirectory(folder)) {
            throw new AuditException("there is no folder " + folder);
        }
        try {
            if (Files.isWritable(folder)) {
                FileTurn turn = turn();
                try (turn) {
                    readAll(reader);
                }
            } else {
                readAll(reader);
            }
        } catch (IOException failed) {
            throw failure("read from", failed);
        }
    }

    private FileTurn turn() throws IOException, AuditException {
        return FileTurn.take(folder.resolve(".lock"), PATIENCE)
                .orElseThrow(() -> new AuditException("others are writing to " + folder + " all the time"));
    }

    private AuditHead held(List<AuditNote> notes) throws IOException, AuditException {
        AuditHead said = said();
        AuditTail tail = new AuditTail(said);
        for (String name : names()) {
            if (name.compareTo(said.segment()) >= 0) {
                readTail(tail, said, name);
            }
        }
        if (!said.segment().isEmpty() && !Files.exists(folder.resolve(said.segment()))) {
            throw new AuditException("the trail lost its segment " + folder.resolve(said.segment()));
        }
        dropTorn(tail);
        List<AuditNote> all = tail.recovery()
                .map(event ->
                        Stream.concat(recorded(event, notes), notes.stream()).toList())
                .orElse(notes);
        return all.isEmpty() ? tail.end() : written(tail.end(), all);
    }

    /** The segment that is said to be the last is read only if it is not as long as it is said to be. */
    private void readTail(AuditTail tail, AuditHead said, String name) throws IOException, AuditException {
        Path segment = folder.resolve(name);
        if (!name.equals(said.segment()) || Files.size(segment) != said.bytes()) {
            tail.read(file(name));
        }
    }

    /** A segment in which no line was finished goes as a whole. */
    private void dropTorn(AuditTail tail) throws IOException {
        boolean begun =
                Files.deleteIfExists(folder.resolve(AuditFile.segment(tail.end().sequence() + 1)));
        if (!begun && tail.torn() > 0) {
            PrivateFiles.truncate(
                    folder.resolve(tail.end().segment()), tail.end().bytes());
        }
    }

    private static Stream<AuditNote> recorded(AuditEvent recovery, List<AuditNote> notes) {
        return notes.stream().limit(1).map(first -> new AuditNote(first.run(), first.at(), Optional.empty(), recovery));
    }

    private AuditHead written(AuditHead end, List<AuditNote> notes) throws IOException {
        AuditPiece piece = AuditPiece.behind(end, notes);
        boolean fits = !end.segment().isEmpty() && end.bytes() + piece.bytes() <= segmentBytes;
        String segment = fits ? end.segment() : AuditFile.segment(end.sequence() + 1);
        PrivateFiles.append(folder.resolve(segment), piece.text());
        AuditHead head = piece.head(segment, fits ? end.bytes() : 0);
        PrivateFiles.settle(folder);
        writeHead(head);
        return head;
    }

    private void writeHead(AuditHead head) throws IOException {
        PrivateFiles.replace(folder.resolve(AuditFile.HEAD), head.text());
        PrivateFiles.settle(folder);
    }

    /** A trail has a head before it has its first line, so that lines without a head are never what a crash leaves. */
    private AuditHead said() throws IOException, AuditException {
        Path head = folder.resolve(AuditFile.HEAD);
        if (Files.exists(head)) {
            return AuditHead.read(Files.readAllBytes(head))
                    .orElseThrow(() -> new AuditException(head + " is no head of a trail"));
        }
        if (!names().isEmpty()) {
            throw new AuditException("the trail in " + folder + " lost its " + AuditFile.HEAD);
        }
        writeHead(AuditHead.EMPTY);
        return AuditHead.EMPTY;
    }

    private void readAll(Consumer<AuditFile> reader) throws IOException {
        for (String name : names()) {
            reader.accept(file(name));
        }
        if (Files.exists(folder.resolve(AuditFile.HEAD))) {
            reader.accept(file(AuditFile.HEAD));
        }
    }

    private AuditFile file(String name) throws IOException {
        Path file = folder.resolve(name);
        return new AuditFile(name, file.toString(), Files.readAllBytes(file));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(AuditFile::isSegment)
                    .sorted()
                    .toList();
        }
    }

    private AuditException failure(String what, IOException failed) {
        return new AuditException(
                folder + " cannot be " + what + ": "
                        + reason(failed).lines().findFirst().orElse(""),
                failed);
    }

    /** Many of the failures of a file system say nothing but a path: what kind they are of is all that there is to tell. */
    private String reason(IOException failed) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return "it is no folder";
        }
        if (failed instanceof NoSuchFileException) {
            return "a file is gone";
        }
        if (failed instanceof AccessDeniedException) {
            return "that is not allowed";
        }
        String words = failed instanceof FileSystemException told ? told.getReason() : failed.getMessage();
        return Optional.ofNullable(words).orElse(failed.getClass().getSimpleName());
    }
}
