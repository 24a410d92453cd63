package dev.drift.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.estate.Cell;

/** What files of a cell are called. */
public final class CellFile {

    private CellFile() {}

    /** {@code prod.eu-central-1}; letters that a file system may not take are written as their bytes, so no two cells share one. */
    public static String name(Cell cell) {
        StringBuilder name = new StringBuilder();
        for (byte letter : cell.toString().getBytes(UTF_8)) {
            if (letter == '/') {
                name.append('.');
            } else if (letter == '-' || (letter > 0 && Character.isLetterOrDigit(letter))) {
                name.append((char) letter);
            } else {
                name.append('%').append(String.format("%02x", letter));
            }
        }
        return name.toString();
    }
}
