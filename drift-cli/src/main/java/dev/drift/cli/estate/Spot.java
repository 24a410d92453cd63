package dev.drift.cli.estate;

/** A place in the file, counted from 1. */
record Spot(int line, int column) {

    /** So many columns further right. */
    Spot plus(int columns) {
        return new Spot(line, column + columns);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
