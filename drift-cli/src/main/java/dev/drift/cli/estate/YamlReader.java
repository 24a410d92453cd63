package dev.drift.cli.estate;

import dev.drift.config.Problems;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Turns YAML into nodes, event by event. Anchors, aliases and types of YAML are refused: nothing here needs them, and with them
 * a few lines grow without bounds. Keys that come twice are refused as well.
 */
final class YamlReader {

    private static final int DEEPEST = 16;

    private final Problems problems;
    private final String file;
    private int depth;

    YamlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The one document; empty if there is none, or if it is no YAML. */
    Optional<Node> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(2 * DEEPEST);
        try {
            Iterator<Event> events =
                    new Yaml(options).parse(new StringReader(text)).iterator();
            return document(events);
        } catch (TooDeep refused) {
            return Optional.empty();
        } catch (MarkedYAMLException noYaml) {
            Mark mark = Optional.ofNullable(noYaml.getProblemMark()).orElse(noYaml.getContextMark());
            String where = mark == null ? file : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
            problems.add(
                    where,
                    "This is no YAML: "
                            + Optional.ofNullable(noYaml.getProblem()).orElse("it cannot be read"));
            return Optional.empty();
        } catch (YAMLException noYaml) {
            problems.add(
                    file,
                    "This is no YAML: "
                            + String.valueOf(noYaml.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
            return Optional.empty();
        }
    }

    private Optional<Node> document(Iterator<Event> events) {
        Optional<Node> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent) {
                root = Optional.of(node(event, events));
            } else if (event instanceof DocumentStartEvent && root.isPresent()) {
                problems.add(where(event), "A second document begins: one is all there can be");
                return root;
            } else if (!(event instanceof StreamStartEvent
                    || event instanceof DocumentStartEvent
                    || event instanceof DocumentEndEvent)) {
                return root;
            }
        }
        return root;
    }

    private Node node(Event event, Iterator<Event> events) {
        refuseExtras(event);
        Spot at = mark(event);
        if (event instanceof ScalarEvent scalar) {
            return new Node.Text(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, at);
        }
        if (event instanceof AliasEvent) {
            return new Node.Text("", true, at);
        }
        if (++depth > DEEPEST) {
            problems.add(where(event), "It is nested more than " + DEEPEST + " deep");
            throw new TooDeep();
        }
        Node node = event instanceof SequenceStartEvent ? items(events, at) : fields(events, at);
        depth--;
        return node;
    }

    private void refuseExtras(Event event) {
        boolean named = event instanceof NodeEvent node && node.getAnchor() != null;
        if (named) {
            problems.add(where(event), "Anchors and aliases are not understood: write it out");
        }
        boolean typed = (event instanceof ScalarEvent scalar && scalar.getTag() != null)
                || (event instanceof MappingStartEvent fields && fields.getTag() != null)
                || (event instanceof SequenceStartEvent items && items.getTag() != null);
        if (typed) {
            problems.add(where(event), "Types of YAML (!) are not understood");
        }
    }

    private Node items(Iterator<Event> events, Spot at) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, events));
        }
        return new Node.Items(items, at);
    }

    private Node fields(Iterator<Event> events, Spot at) {
        List<Node.Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Node key = node(event, events);
            Node value = node(events.next(), events);
            if (!(key instanceof Node.Text name)) {
                problems.add(file + ":" + key.at(), "A key is a text, not " + key.kind());
            } else if (!seen.add(name.value())) {
                problems.add(file + ":" + key.at(), "\"" + name.value() + "\" is there already");
            } else {
                entries.add(new Node.Entry(name, value));
            }
        }
        return new Node.Fields(entries, at);
    }

    private String where(Event event) {
        return file + ":" + mark(event);
    }

    private static Spot mark(Event event) {
        Mark start = event.getStartMark();
        return new Spot(start.getLine() + 1, start.getColumn() + 1);
    }

    /** Ends the reading where going on would not be safe. */
    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
