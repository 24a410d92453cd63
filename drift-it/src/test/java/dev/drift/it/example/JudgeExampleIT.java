package dev.drift.it.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.Command;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first command of the README, on a machine that has no Terraform and no account. */
class JudgeExampleIT {

    @Test
    void judgesTheRecordedPlanOfExampleB() throws Exception {
        Path root = Path.of("..").toAbsolutePath().normalize();

        Command.Outcome run = DriftCommand.run(
                root,
                Map.of("PATH", "/usr/bin:/bin", "AWS_ACCESS_KEY_ID", "", "AWS_PROFILE", ""),
                "judge",
                "examples/ecs-clickops.plan.json");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out())
                .contains("module.service.aws_ecs_service.this")
                .contains("desired_count")
                .contains("1 → 3")
                .doesNotContain("availability_zone_rebalancing");
        assertThat(run.err()).doesNotContain("Exception");
    }
}
