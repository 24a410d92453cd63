package dev.drift.cli;

import dev.drift.cli.estate.SinkName;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.estate.Destination;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is promised for sinks that promise nothing by themselves. */
final class ResidencyOptions {

    @Option(
            names = "--residency",
            paramLabel = "SINK=NAME",
            description = {
                "Promise that github or terramate-cloud keeps what it is told there, in place of what sinks in drift.yaml"
                        + " says of it. What drift.yaml binds to a residency goes nowhere else. May be repeated."
            })
    Map<String, Residency> promises = new LinkedHashMap<>();

    /** The estate, with what is promised for sinks; what an option promises stands in place of what the file does. */
    EstateDefinition promising(EstateDefinition estate) {
        List<Destination> all = new ArrayList<>(estate.destinations());
        promises.forEach((word, residency) -> all.add(SinkName.of(word)
                .orElseThrow(() -> InvalidConfigException.of(Problem.at("--residency", SinkName.refusal(word))))
                .keeping(residency)));
        return new EstateDefinition(estate.environments(), estate.onDemand(), all);
    }
}
