package dev.drift.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.drift.aws.AwsRules;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.it.tools.Command;
import dev.drift.terramate.plan.PlanJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan of 100 MB, of which one security group drifted. */
class JudgingBenchmark {

    private static final int RESOURCES = 50_000;

    @TempDir
    Path folder;

    @Test
    void largePlanInASmallHeap() throws Exception {
        Path plan = largePlan();
        double megabytes = Files.size(plan) / 1e6;
        Timing[] pair = Timing.paired(
                5,
                "read and judge, warm",
                () -> judge(plan),
                "the same bytes as bare JSON tokens, warm",
                () -> scan(plan));
        Timing.compare(pair, "as near to 1 as it goes");
        Timing.print(
                "%-44s %.0f MB at %.0f MB/s (target: at least 50)", "warm", megabytes, megabytes / pair[0].median());

        Command small = Command.of(
                System.getProperty("java.home") + "/bin/java", "-Xmx128m", "-jar", Launcher.JAR, "judge", plan);
        long start = System.nanoTime();
        Command.Outcome outcome = small.run();
        assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
        Timing.print("%-44s %.2f s", "drift judge with -Xmx128m, cold", (System.nanoTime() - start) / 1e9);
    }

    private static void judge(Path plan) throws Exception {
        StackOutcome outcome = Judge.by(AwsRules.standard()).judge(PlanJson.read(plan, Optional.empty()));
        assertThat(outcome).isInstanceOf(StackOutcome.Drifted.class);
    }

    private static void scan(Path plan) throws IOException {
        long tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(plan.toFile())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        assertThat(tokens).isPositive();
    }

    private Path largePlan() throws IOException {
        Path plan = folder.resolve("large.plan.json");
        try (BufferedWriter out = Files.newBufferedWriter(plan)) {
            out.write("{\"format_version\":\"1.2\",\"terraform_version\":\"1.11.4\",\"resource_drift\":[");
            out.write(change("update", group(0, "[]"), group(0, "[\"0.0.0.0/0\"]"), 0));
            out.write("],\"resource_changes\":[");
            for (int number = 0; number < RESOURCES; number++) {
                String same = group(number, number == 0 ? "[\"0.0.0.0/0\"]" : "[]");
                out.write((number == 0 ? "" : ",") + change("no-op", same, same, number));
            }
            out.write("],\"prior_state\":{\"format_version\":\"1.0\",\"values\":{\"root_module\":{\"resources\":[");
            for (int number = 0; number < RESOURCES; number++) {
                out.write(
                        (number == 0 ? "" : ",") + "{" + identity(number) + ",\"values\":" + group(number, "[]") + "}");
            }
            out.write("]}}},\"configuration\":{\"root_module\":{}},\"timestamp\":\"2026-11-23T00:00:00Z\",");
            out.write("\"applyable\":false,\"complete\":true,\"errored\":false}");
        }
        return plan;
    }

    private static String change(String action, String before, String after, int number) {
        return "{" + identity(number) + ",\"change\":{\"actions\":[\"" + action + "\"],\"before\":" + before
                + ",\"after\":" + after + ",\"after_unknown\":{},\"before_sensitive\":{},\"after_sensitive\":{}}}";
    }

    private static String identity(int number) {
        return ("\"address\":\"aws_security_group.g[%1$d]\",\"mode\":\"managed\",\"type\":\"aws_security_group\","
                        + "\"name\":\"g\",\"index\":%1$d,\"provider_name\":\"registry.terraform.io/hashicorp/aws\"")
                .formatted(number);
    }

    private static String group(int number, String open) {
        return ("{\"id\":\"sg-%1$09d\",\"arn\":\"arn:aws:ec2:eu-central-1:123456789012:security-group/sg-%1$09d\","
                        + "\"name\":\"group-%1$d\",\"description\":\"%3$s\",\"vpc_id\":\"vpc-1\",\"tags\":{\"Team\":\"a\"},"
                        + "\"ingress\":[{\"from_port\":443,\"to_port\":443,\"protocol\":\"tcp\",\"cidr_blocks\":%2$s,"
                        + "\"description\":\"\",\"ipv6_cidr_blocks\":[],\"prefix_list_ids\":[],\"security_groups\":[],"
                        + "\"self\":false}]}")
                .formatted(number, open, "x".repeat(200));
    }
}
