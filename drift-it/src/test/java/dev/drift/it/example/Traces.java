package dev.drift.it.example;

import dev.drift.it.estate.Estate;
import java.io.IOException;
import java.util.SortedMap;

/**
 * Everything a read-only run has to leave as it is.
 *
 * @param checkout every file and folder with size and time of change
 * @param git what git sees as changed, ignored files included
 * @param states every version of every object in the bucket of the states, locks and deleted ones included
 */
record Traces(SortedMap<String, String> checkout, String git, SortedMap<String, String> states) {

    static Traces of(Estate estate) throws IOException, InterruptedException {
        return new Traces(
                estate.checkout().listing(),
                estate.checkout().status(),
                estate.states().everythingEverWritten());
    }
}
