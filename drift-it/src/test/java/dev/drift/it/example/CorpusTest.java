package dev.drift.it.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.AwsRules;
import dev.drift.diagnosis.Judge;
import dev.drift.terramate.plan.PlanJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Plans recorded from real tools, each after one change or none. {@code expected/corpus.txt} says what is right about
 * each of them; the code is not at hand, as for everybody who judges a plan made elsewhere.
 */
class CorpusTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "ecs-clickops.plan.json");

    @Test
    void everyRecordedPlanIsJudgedRight() throws Exception {
        StringBuilder verdicts = new StringBuilder();
        Judge judge = Judge.by(AwsRules.standard());
        for (Path plan : plans()) {
            String name = String.valueOf(plan.getFileName()).replace(".plan.json", "");
            verdicts.append(ReportText.of(name, judge.judge(PlanJson.read(plan, Optional.empty()))));
        }
        assertThat(verdicts.toString()).isEqualTo(Expected.text("corpus"));
    }

    private static List<Path> plans() throws Exception {
        List<Path> plans = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "corpus"))) {
            files.forEach(plans::add);
        }
        plans.add(EXAMPLE);
        plans.sort((one, other) -> one.getFileName().compareTo(other.getFileName()));
        return plans;
    }
}
