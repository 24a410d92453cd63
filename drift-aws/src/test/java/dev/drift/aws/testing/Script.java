package dev.drift.aws.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scripted provider was told to do. */
record Script(Map<String, String> variables) {

    Optional<String> told(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Optional<Path> file(String name) {
        return told(name).map(Path::of);
    }

    /** Whether the variable names a text that the request holds. */
    boolean concerns(String name, byte[] request) {
        return told(name).filter(text -> holds(request, text)).isPresent();
    }

    synchronized void record(String line) {
        file(ScriptedProvider.JOURNAL).ifPresent(journal -> {
            try {
                Files.writeString(journal, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    /** Whether this call is the one that kills the process; no other is from then on. */
    synchronized boolean crashesOnce(byte[] request) {
        try {
            Optional<Path> file = file(ScriptedProvider.CRASH_ONCE).filter(Files::exists);
            boolean crashes = file.isPresent()
                    && holds(request, Files.readString(file.get()).strip());
            if (crashes) {
                Files.delete(file.get());
            }
            return crashes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] answer(String method, byte[] request) throws IOException {
        if (method.equals(ScriptedProvider.PROCESS)) {
            return Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8);
        }
        Optional<Path> folder = file(ScriptedProvider.ANSWERS);
        if (folder.isEmpty()) {
            return request;
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            Path whole = folder.get().resolve(method);
            Path answer = files.filter(file -> isFor(file, method, request))
                    .sorted()
                    .findFirst()
                    .orElse(whole);
            return Files.exists(answer) ? Files.readAllBytes(answer) : request;
        }
    }

    private static boolean isFor(Path file, String method, byte[] request) {
        String name = file.getFileName().toString();
        return name.startsWith(method + "@") && holds(request, name.substring(method.length() + 1));
    }

    private static boolean holds(byte[] request, String text) {
        return text.equals("*") || new String(request, ISO_8859_1).contains(text);
    }
}
