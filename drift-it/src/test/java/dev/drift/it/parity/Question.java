package dev.drift.it.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of a project: {@code stacks} for everything known about each, {@code list} and {@code order} for their
 * paths, with Terramate's filters.
 *
 * @param directory where it is asked, from the root of the project
 * @param verb the first word
 * @param filters the options that follow
 */
record Question(String directory, String verb, List<String> filters) {

    Question {
        filters = List.copyOf(filters);
    }

    /** {@code [in DIRECTORY] VERB [OPTION]...}; options are separated by spaces, a lone {@code ''} is the empty text. */
    static Question parse(String line) {
        List<String> words = new ArrayList<>(Arrays.asList(line.strip().split(" +")));
        String directory = "";
        if (words.get(0).equals("in")) {
            directory = words.get(1);
            words = words.subList(2, words.size());
        }
        return new Question(
                directory,
                words.get(0),
                words.stream()
                        .skip(1)
                        .map(word -> word.equals("''") ? "" : word.replace("␣", " "))
                        .toList());
    }

    /** The values of an option, in the order given. */
    List<String> values(String option) {
        List<String> values = new ArrayList<>();
        for (int at = 0; at + 1 < filters.size(); at++) {
            if (filters.get(at).equals(option)) {
                values.add(filters.get(at + 1));
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return ((directory.isEmpty() ? "" : "in " + directory + " ") + verb + " " + String.join(" ", filters)).strip();
    }
}
