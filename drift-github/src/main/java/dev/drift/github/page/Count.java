package dev.drift.github.page;

/** Numbers of things in words: {@code 1 stack}, {@code 2 stacks}. */
final class Count {

    private Count() {}

    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
