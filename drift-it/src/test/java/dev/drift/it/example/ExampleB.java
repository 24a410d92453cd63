package dev.drift.it.example;

import dev.drift.it.estate.Estate;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything the tests of example B look at, in the one order in which it can happen: the estate freshly applied, prod
 * applied a second time, and the Monday after a weekend of clicking and committing.
 *
 * @param fresh everything, after the first apply
 * @param second prod, after the second apply
 * @param monday everything, after the weekend
 * @param selected prod in eu-central-1, after the weekend
 * @param elsewhere two stacks of qa, in a workspace that nobody has made
 */
record ExampleB(Detection fresh, Detection second, Detection monday, Detection selected, Detection elsewhere) {

    static ExampleB lived(Estate estate) throws IOException, InterruptedException {
        Detection fresh = Detection.over(estate);
        estate.applyProdAgain();
        Detection second = Detection.over(estate, "--select", "Environment:prod");
        estate.spendWeekend();
        Detection monday = Detection.over(estate);
        Detection selected = Detection.over(estate, "--select", "Environment:prod,Region:eu-central-1");
        Detection elsewhere = Detection.over(
                estate, Map.of("TF_WORKSPACE", "nowhere"), "--select", "Environment:qa,Region:eu-south-1");
        return new ExampleB(fresh, second, monday, selected, elsewhere);
    }

    Stream<Detection> all() {
        return Stream.of(fresh, second, monday, selected, elsewhere);
    }
}
