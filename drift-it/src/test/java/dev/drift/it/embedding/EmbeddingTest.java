package dev.drift.it.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Stage;
import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.RunResult;
import dev.drift.aws.AwsModule;
import dev.drift.aws.AwsRules;
import dev.drift.aws.AwsRun;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import dev.drift.code.IacTool;
import dev.drift.diagnosis.RuleBook;
import dev.drift.github.GitHubDelivery;
import dev.drift.github.GitHubModule;
import dev.drift.github.GitHubSinks;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.report.ReportJson;
import dev.drift.report.Verdict;
import dev.drift.sink.Delivery;
import dev.drift.stack.Selector;
import dev.drift.terramate.PlanProbe;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.TerramateChanges;
import dev.drift.terramate.TerramateModule;
import dev.drift.terramate.TerramateSettings;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.cloud.live.CloudSink;
import dev.drift.terramate.code.CodeSettings;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.probe.PlanSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An estate of two stacks that need no provider: one that nobody applied, one that nobody selects. */
class EmbeddingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Selector PROD = Selector.parse("Environment:prod");

    @TempDir
    Path infra;

    @BeforeEach
    void describeTheEstate() throws IOException, InterruptedException {
        Command.of("git", "init", "--quiet", infra).output();
        stack("prod", "resource \"terraform_data\" \"release\" {\n  input = \"1.4.2\"\n}\n");
        stack("dev", "");
    }

    @Test
    void builderAndInjectorGiveTheSameRun() {
        PlanProbe probe = PlanProbe.with(plan().withCode(TerraformCode.standard()));
        AwsRun aws = AwsRun.sharing(TerraformCode.standard(), settings());
        TerramateCatalog catalog = TerramateCatalog.at(infra);
        CloudSink cloud = CloudSink.of(catalog::root, CloudDelivery.off());
        DriftRun.Builder described = described(catalog)
                .probing(aws.around(probe.showing(cloud)))
                .authenticatedBy(aws.over(probe.environments()))
                .judgedBy(AwsRules.standard())
                .deliveringTo(cloud);
        GitHubSinks.of(github()).all().forEach(described::deliveringTo);
        RunResult built = described.build().execute();
        RunResult injected = Guice.createInjector(
                        Stage.PRODUCTION,
                        new TerramateModule(
                                infra,
                                TerramateSettings.standard(),
                                CodeSettings.standard(),
                                plan(),
                                CloudDelivery.off()),
                        AwsModule.sharing(settings()),
                        new GitHubModule(github()),
                        new EmbeddersModule())
                .getInstance(DriftRun.class)
                .execute();

        assertThat(ReportJson.write(injected.report())).isEqualTo(ReportJson.write(built.report()));
        assertThat(injected.deliveries())
                .isEqualTo(built.deliveries())
                .containsExactly(new Delivery.Delivered("GitHub job summary"));
        assertThat(built.report().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(built.report().summary().selected()).isEqualTo(1);
        assertThat(built.report().summary().skipped()).isEqualTo(1);
    }

    /** A job without a token has its summary alone. */
    private GitHubDelivery github() {
        return GitHubDelivery.found(
                Map.of(
                        "GITHUB_ACTIONS",
                        "true",
                        "GITHUB_STEP_SUMMARY",
                        infra.resolve("summary.md").toString()),
                "drift/test");
    }

    @Test
    void factoryAndInjectorNameTheSameChanges() throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--message=estate");
        Files.writeString(infra.resolve("prod/main.tf"), "");
        TerramateSettings settings = TerramateSettings.standard().since("HEAD");

        List<ChangedStack> injected = Guice.createInjector(
                        Stage.PRODUCTION,
                        new TerramateModule(infra, settings, CodeSettings.standard(), plan(), CloudDelivery.off()))
                .getInstance(ChangedStacks.class)
                .changed();

        assertThat(injected)
                .isEqualTo(TerramateChanges.in(TerramateCatalog.at(infra, settings))
                        .changed())
                .extracting(change -> change.stack().name())
                .containsExactly("prod");
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
        command.addAll(List.of(words));
        Command.of(command.toArray()).in(infra).output();
    }

    private void stack(String environment, String code) throws IOException {
        Path directory = Files.createDirectory(infra.resolve(environment));
        Files.writeString(
                directory.resolve("stack.tm.hcl"), "stack {\n  tags = [\"environment/" + environment + "\"]\n}\n");
        Files.writeString(directory.resolve("main.tf"), code);
    }

    private static PlanSettings plan() {
        return PlanSettings.standard()
                .withTool(IacTool.TERRAFORM)
                .withExecutable(IacTool.TERRAFORM, RealTools.terraform());
    }

    private SharedSettings settings() {
        return SharedSettings.standard().cachingIn(infra.resolve(".cache"));
    }

    private static DriftRun.Builder described(StackCatalog catalog) {
        return Drift.over(catalog).selecting(PROD).clock(NOON).identifiedBy(() -> "the-run");
    }

    /** What an embedder adds to the modules of the adapters. */
    private static final class EmbeddersModule extends AbstractModule {
        @Provides
        DriftRun run(
                StackCatalog catalog,
                DriftProbe probe,
                EnvironmentSource environments,
                RuleBook rules,
                AwsRun aws,
                CloudSink cloud,
                GitHubSinks github) {
            DriftRun.Builder described = described(catalog)
                    .probing(aws.around(probe))
                    .authenticatedBy(aws.over(environments))
                    .judgedBy(rules)
                    .deliveringTo(cloud);
            github.all().forEach(described::deliveringTo);
            return described.build();
        }
    }
}
