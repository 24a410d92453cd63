package dev.drift.estate;

import dev.drift.config.Problems;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one field: elements separated by commas, each {@code *}, a value or a range, possibly with a step. */
final class CronFieldReader {

    private static final Pattern ELEMENT =
            Pattern.compile("(?:(?<any>\\*)|(?<from>[0-9a-z]+)(?:-(?<to>[0-9a-z]+))?)(?:/(?<step>[0-9]+))?");

    private final CronKind kind;
    private final MatchResult word;
    private final Problems problems;

    CronFieldReader(CronKind kind, MatchResult word, Problems problems) {
        this.kind = kind;
        this.word = word;
        this.problems = problems;
    }

    CronField field() {
        String text = word.group().toLowerCase(Locale.ROOT);
        long allowed = 0;
        int at = 0;
        for (String element : text.split(",", -1)) {
            allowed |= element(element, word.start() + at + 1);
            at += element.length() + 1;
        }
        return new CronField(allowed, text.equals("*") || text.equals("*/1"), (allowed & every()) == every());
    }

    private long every() {
        return kind == CronKind.WEEKDAY ? bits(0, 6, 1) : bits(kind.least(), kind.most(), 1);
    }

    private long element(String text, int column) {
        Matcher element = ELEMENT.matcher(text);
        if (!element.matches()) {
            return refuse(column, "\"" + text + "\" is nothing for the " + kind + ": write *, a value or a range");
        }
        int step = step(element, column);
        if (element.group("any") != null) {
            return bits(kind.least(), kind == CronKind.WEEKDAY ? 6 : kind.most(), step);
        }
        int from = value(element.group("from"), column, false);
        int to = element.group("to") != null
                ? value(element.group("to"), column + element.start("to"), true)
                : element.group("step") != null ? kind.most() : from;
        if (from >= 0 && to >= 0 && from > to) {
            return refuse(column, "\"" + text + "\" runs backwards: write two ranges");
        }
        return from < 0 || to < 0 ? 0 : bits(from, to, step);
    }

    private int step(Matcher element, int column) {
        String written = element.group("step");
        if (written == null) {
            return 1;
        }
        int step = number(written);
        if (step < 1 || step > kind.most()) {
            refuse(
                    column + element.start("step"),
                    "A step of the " + kind + " is 1 to " + kind.most() + ", not " + written);
            return 1;
        }
        return step;
    }

    /** A name or a number; -1 if it is neither. */
    private int value(String written, int column, boolean ends) {
        int name = kind.names().indexOf(written);
        if (name >= 0) {
            return ends && name == 0 && kind == CronKind.WEEKDAY ? 7 : name + kind.least();
        }
        int value = number(written);
        if (value < kind.least() || value > kind.most()) {
            refuse(column, "The " + kind + " is " + kind.least() + " to " + kind.most() + names() + ", not " + written);
            return -1;
        }
        return value;
    }

    private String names() {
        return kind.names().isEmpty()
                ? ""
                : " or " + kind.names().get(0) + " to "
                        + kind.names().get(kind.names().size() - 1);
    }

    private static int number(String written) {
        return written.matches("[0-9]{1,3}") ? Integer.parseInt(written) : -1;
    }

    /** A week begins and ends on Sunday, which is one day all the same. */
    private long bits(int from, int to, int step) {
        long bits = 0;
        for (int value = from; value <= to; value += step) {
            bits |= 1L << (kind == CronKind.WEEKDAY ? value % 7 : value);
        }
        return bits;
    }

    private long refuse(int column, String message) {
        problems.add("schedule:" + column, message);
        return 0;
    }
}
