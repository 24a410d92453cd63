package dev.drift.cli.estate;

import java.util.List;

/** What stands in the file, each with its place. */
sealed interface Node {

    /** Where it begins. */
    Spot at();

    /** What people call it. */
    String kind();

    /**
     * A text, or what YAML takes for a number or a truth.
     *
     * @param plain whether it stands there without quotes
     */
    record Text(String value, boolean plain, Spot at) implements Node {

        /** Where a character of the value stands, counted from 0; exact for texts of one line without escapes. */
        Spot at(int character) {
            return at.plus(plain ? character : character + 1);
        }

        boolean isNothing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        }

        @Override
        public String kind() {
            return isNothing() ? "nothing" : "a text";
        }
    }

    /** A list. */
    record Items(List<Node> items, Spot at) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Fields, in the order of the file. */
    record Fields(List<Entry> entries, Spot at) implements Node {
        public Fields {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "fields";
        }
    }

    /** One field. */
    record Entry(Text key, Node value) {}
}
