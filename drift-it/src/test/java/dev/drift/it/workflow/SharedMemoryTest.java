package dev.drift.it.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.drift.it.cloud.Console;
import dev.drift.it.cloud.Moto;
import dev.drift.it.cloud.StateBucket;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import dev.drift.it.tools.Workplace;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.terramate.TerramateCatalog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated jobs on machines that come and go, which share a memory in S3 as another implementation of it keeps it. */
class SharedMemoryTest {

    private static final String PARAMETER = "/limits/orders";

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private Moto moto;
    private StateBucket bucket;
    private Map<String, String> account = Map.of();
    private JobEstate estate = new JobEstate(Path.of(""), Path.of(""));

    @BeforeEach
    void prepare() throws Exception {
        folder = folder.toRealPath();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        moto = Moto.start(folder.resolve("moto.log"));
        bucket = StateBucket.create(moto.endpoint(), "remembered");
        account = Workplace.prepare(Files.createDirectories(folder.resolve("place")))
                .environment(moto.endpoint(), moto.endpoint());
        estate = JobEstate.in(folder);
        Path file = estate.root().resolve("drift.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                                .replace(
                                        "[eu-central-1, eu-west-1] }", "[eu-central-1], alerts: [oncall], memory: eu }")
                                .replace("terraform: 1.11.4", "terraform: 1.11.4\n  stacks_per_job: 1")
                        + "alerts: { oncall: { webhook: \"env:HOOK\" } }\n"
                        + "memory: { eu: { path: \"s3://remembered/memory\" } }\n");
    }

    @AfterEach
    void close() throws IOException {
        bucket.close();
        moto.close();
        receiver.stop(0);
    }

    @Test
    void theNextRunKnowsSinceWhenAndTheOneAfterThatItIsOver() throws Exception {
        drifting();
        Instant before = Instant.now();

        List<DriftReport> shares = divided();

        assertThat(told)
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .contains("acme/infra: 2 new; 2 open", "/stacks/prod/limits", "/stacks/prod/eu-central-1"));
        Instant since = since(shares);
        assertThat(since).isAfter(before);

        DriftReport second = whole("second");

        assertThat(since(List.of(second))).isEqualTo(since);
        assertThat(told)
                .as("what is the same is told again by a reminder alone")
                .hasSize(1);

        new Console(moto.endpoint()).writeParameter("eu-central-1", PARAMETER, "String", "10");
        DriftReport third = whole("third");

        assertThat(third.summary().drifted()).isZero();
        assertThat(told).hasSize(2);
        assertThat(told.get(1)).contains("acme/infra: 1 recovered; 1 open");
        assertThat(bucket.everythingEverWritten().keySet())
                .allMatch(object -> object.startsWith("memory/history/prod_eu-central-1-")
                        || object.startsWith("memory/alerts/oncall-"));
    }

    /** One stack that somebody changed by hand, and one that is unknown, because it was never applied. */
    private void drifting() throws Exception {
        estate.stack("eu-central-1", "resource \"terraform_data\" \"a\" {}\n");
        Path limits = Files.createDirectories(estate.root().resolve("stacks/prod/limits"));
        Files.copy(estate.root().resolve("stacks/prod/eu-central-1/stack.tm.hcl"), limits.resolve("stack.tm.hcl"));
        Files.writeString(limits.resolve("main.tf"), """
                terraform {
                  required_providers {
                    aws = { source = "hashicorp/aws", version = "5.100.0" }
                  }
                }
                provider "aws" {
                  region = "eu-central-1"
                }
                resource "aws_ssm_parameter" "orders" {
                  name  = "%s"
                  type  = "String"
                  value = "10"
                }
                """.formatted(PARAMETER));
        for (List<Object> words : List.of(
                List.<Object>of(RealTools.terraform(), "init", "-input=false"),
                List.<Object>of(RealTools.terraform(), "apply", "-input=false", "-auto-approve"))) {
            Command.of(words.toArray()).in(limits).with(account).output();
        }
        new Console(moto.endpoint()).writeParameter("eu-central-1", PARAMETER, "String", "99");
    }

    /** A region divided among machines, none of which tells, and a last one that does. */
    private List<DriftReport> divided() throws Exception {
        GeneratedWorkflows workflows = GeneratedWorkflows.of(
                estate.root().resolve("drift.yaml"),
                TerramateCatalog.at(estate.root()).stacks());
        for (String shard : List.of("1/2", "2/2")) {
            Runner machine = machine("first", "share-" + shard.charAt(0));
            machine.succeeds(
                    workflows.job("drift-detection-prod.yaml", "detect"),
                    Map.of("matrix.region", "eu-central-1", "matrix.shard", shard, "secrets.HOOK", hook()));
            assertThat(machine.said()).contains("drift");
        }
        assertThat(told).isEmpty();
        JsonNode alerts = workflows.job("drift-detection-prod.yaml", "alerts");
        assertThat(alerts.path("permissions").toString())
                .doesNotContain("\"write\",")
                .doesNotContain("issues");
        Runner last = machine("first", "alerts");
        assertThat(last.succeeds(alerts, Map.of("secrets.HOOK", hook())))
                .as(last.said())
                .isTrue();
        return reports("first");
    }

    private DriftReport whole(String name) throws Exception {
        Runner machine = machine(name, "machine-" + name);
        machine.succeeds(
                estate.job("drift-detection-prod.yaml", "detect"),
                Map.of("matrix.region", "eu-central-1", "secrets.HOOK", hook()));
        assertThat(reports(name)).as(machine.said()).hasSize(1);
        return reports(name).get(0);
    }

    /** With a home of its own, in which nothing is. */
    private Runner machine(String run, String name) throws IOException {
        Map<String, String> more = new HashMap<>(account);
        more.put("XDG_STATE_HOME", folder.resolve("home-" + name).toString());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        more.put("PATH", folder.resolve("bin") + ":" + java + ":" + account.get("PATH"));
        more.put("HOME", folder.resolve("home-" + name).toString());
        return new Runner(estate.root(), folder.resolve(name), folder.resolve("artifacts-" + run), more);
    }

    private List<DriftReport> reports(String run) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("artifacts-" + run))) {
            return files.map(SharedMemoryTest::report).toList();
        }
    }

    private static DriftReport report(Path file) {
        try {
            return ReportJson.read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Instant since(List<DriftReport> reports) {
        return reports.stream()
                .flatMap(report -> report.stacks().stream())
                .flatMap(stack -> stack.driftedSince().stream())
                .reduce((one, other) -> {
                    throw new AssertionError("two stacks drifted");
                })
                .orElseThrow();
    }

    private String hook() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/#key";
    }
}
