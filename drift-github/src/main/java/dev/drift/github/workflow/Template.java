package dev.drift.github.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places, written {@code <<name>>}. A place that has a line for itself takes whole lines, indented as it is; nothing in
 * it means no line.
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("<<[a-z0-9-]+>>");

    /** The one of that name beside this class. */
    static Template named(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("There is no template " + name);
            }
            return new Template(new String(in.readAllBytes(), UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same with a place filled, wherever it is. */
    Template with(String place, String value) {
        Matcher line = Pattern.compile("(?m)^( *)<<" + place + ">>\\n").matcher(text);
        String whole = line.replaceAll(found -> Matcher.quoteReplacement(indented(value, found.group(1))));
        return new Template(whole.replace("<<" + place + ">>", value));
    }

    /** The same with a place filled by an action. */
    Template with(String place, PinnedAction action) {
        return with(place, action.toString());
    }

    /** The text, of which every place is filled. */
    String filled() {
        Matcher open = PLACE.matcher(text);
        if (open.find()) {
            throw new IllegalStateException("Nothing was said for " + open.group());
        }
        return text;
    }

    private static String indented(String value, String indent) {
        return value.lines()
                .map(line -> line.isEmpty() ? "\n" : indent + line + "\n")
                .collect(Collectors.joining());
    }
}
