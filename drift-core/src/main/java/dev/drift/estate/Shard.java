package dev.drift.estate;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.stack.Stack;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several equal shares of a run, so that several machines can divide it. The stacks are dealt out in the order of
 * their paths, so shares differ in size by one at most, every stack is in exactly one share, and who holds the same list
 * deals it the same way.
 *
 * @param number which share, counted from 1
 * @param of how many shares there are, at most {@value #MOST}
 */
public record Shard(int number, int of) {

    /** More shares than any build system runs side by side. */
    public static final int MOST = 1000;

    /** The one share that holds everything. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern GRAMMAR = Pattern.compile("([0-9]{1,4})/([0-9]{1,4})");

    public Shard {
        if (of < 1 || of > MOST || number < 1 || number > of) {
            throw new IllegalArgumentException(
                    "Shard must be I/N with 1 <= I <= N <= " + MOST + ": " + number + "/" + of);
        }
    }

    /**
     * The shard that the text writes: {@code 2/5}.
     *
     * @throws InvalidConfigException if it writes none
     */
    public static Shard parse(String text) {
        Matcher written = GRAMMAR.matcher(text);
        try {
            if (written.matches()) {
                return new Shard(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
            }
        } catch (IllegalArgumentException outOfRange) {
            throw InvalidConfigException.of(Problem.at("shard", String.valueOf(outOfRange.getMessage())));
        }
        throw InvalidConfigException.of(
                Problem.at("shard", "\"" + text + "\" is no share: write I/N, such as 2/5 for the second of five"));
    }

    /** The stacks of this share, in the order given. */
    public List<Stack> pick(Collection<Stack> stacks) {
        List<Stack> byPath = stacks.stream().sorted().distinct().toList();
        Set<Stack> mine = new HashSet<>(IntStream.range(0, byPath.size())
                .filter(position -> position % of == number - 1)
                .mapToObj(byPath::get)
                .toList());
        return stacks.stream().filter(mine::contains).toList();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
