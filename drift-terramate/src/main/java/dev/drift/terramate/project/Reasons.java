package dev.drift.terramate.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Why a file could not be read, in words for people. */
final class Reasons {

    private Reasons() {}

    static String of(Exception failure) {
        Throwable cause = failure instanceof IOException || failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (cause instanceof FileSystemLoopException) {
            return "its links lead in a circle";
        }
        if (cause instanceof FileSystemException file && file.getReason() != null) {
            return Objects.requireNonNull(file.getReason());
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
