package dev.drift.cli.estate;

import dev.drift.estate.Destination;
import dev.drift.estate.Residency;
import java.util.Arrays;
import java.util.Optional;

/** A sink that promises no residency by itself, so that somebody has to promise it for the sink. */
public enum SinkName {
    GITHUB("github", "GitHub"),
    TERRAMATE_CLOUD("terramate-cloud", "Terramate Cloud");

    private final String word;
    private final String beginning;

    SinkName(String word, String beginning) {
        this.word = word;
        this.beginning = beginning;
    }

    /** The one that an option or the file calls so. */
    public static Optional<SinkName> of(String word) {
        return Arrays.stream(values()).filter(sink -> sink.word.equals(word)).findFirst();
    }

    /** What is wrong with a word that names none. */
    public static String refusal(String word) {
        return "\"" + word + "\" is no sink: it is github or terramate-cloud";
    }

    /** It, with the promise that what it is told stays there. */
    public Destination keeping(Residency residency) {
        return new Destination(Destination.Kind.SINK, beginning, Optional.of(residency));
    }
}
