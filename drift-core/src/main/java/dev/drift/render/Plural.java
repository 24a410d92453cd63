package dev.drift.render;

/** Numbers of things in words: {@code 1 stack}, {@code 2 stacks}. */
final class Plural {

    private Plural() {}

    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** The verb for so many: {@code was}, {@code were}. */
    static String verb(int count, String one, String many) {
        return count == 1 ? one : many;
    }
}
