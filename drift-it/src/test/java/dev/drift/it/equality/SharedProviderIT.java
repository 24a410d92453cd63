package dev.drift.it.equality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drift.aws.shared.SharedProviders;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.it.cloud.Moto;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.ProviderMirror;
import dev.drift.it.tools.RealTools;
import dev.drift.it.tools.Workplace;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.terramate.code.TerraformCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Terraform and OpenTofu, the AWS provider at protocol 5 and one of our own at protocol 6. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedProviderIT {

    private static final String NOTEBOOK = "example.org/acme/notebook";
    private static final Set<String> SHARED =
            Set.of("registry.terraform.io/hashicorp/aws", "registry.opentofu.org/hashicorp/aws", NOTEBOOK);

    private Path folder;
    private Moto moto;
    private final List<BothWays> plans = new ArrayList<>();

    @BeforeAll
    void live() throws Exception {
        folder = Files.createTempDirectory("equality").toRealPath();
        moto = Moto.start(folder.resolve("moto.log"));
        Map<String, String> environment = Workplace.prepare(folder).environment(moto.endpoint(), moto.endpoint());
        ProviderMirror.add(folder, NOTEBOOK, "1.0.0", RealTools.notebookProvider());
        List<VariedStack> stacks = List.of(
                VariedStack.create(RealTools.terraform(), folder.resolve("terraform"), "tf", environment),
                VariedStack.create(RealTools.tofu(), folder.resolve("tofu"), "tofu", environment));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> alone = new ArrayList<>();
            for (VariedStack stack : stacks) {
                alone.add(threads.submit(() -> spent(stack)));
            }
            for (int number = 0; number < stacks.size(); number++) {
                plans.add(bothWays(stacks.get(number), alone.get(number).get()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @AfterAll
    void close() throws Exception {
        moto.close();
        FileTree.remove(folder);
    }

    @Test
    void planThroughTheSharedProviderIsThePlanOfTheToolAlone() {
        assertThat(plans).hasSize(2).allSatisfy(BothWays::requireEqual);
    }

    @Test
    void leaseIsSharedToTheEnd() {
        assertThat(plans).allSatisfy(plan -> {
            assertThat(plan.lease().manner()).contains("shared");
            assertThat(plan.lease().note()).isEmpty();
            assertThat(plan.lease().withdrawal()).isEmpty();
            assertThat(plan.lease().variables().get("TF_REATTACH_PROVIDERS"))
                    .contains(NOTEBOOK)
                    .contains("hashicorp/aws");
        });
    }

    @Test
    void planHoldsSomeOfEverything() {
        assertThat(plans).extracting(BothWays::alone).allSatisfy(plan -> {
            assertThat(actions(plan, "resource_changes"))
                    .contains("no-op", "read", "create", "update", "delete", "delete,create", "forget");
            assertThat(actions(plan, "resource_drift")).contains("update", "delete");
            assertThat(plan.findValuesAsText("previous_address")).isNotEmpty();
            assertThat(plan.findValues("importing")).isNotEmpty();
            assertThat(plan.findValues("provider_config_key").toString())
                    .contains("aws.west", "aws.audit", "notebook", "terraform");
            assertThat(plan.at("/planned_values/outputs/accounts/value").toString())
                    .isEqualTo("[\"123456789012\",\"222222222222\"]");
            assertThat(plan.at("/checks")).hasSize(2);
        });
    }

    @Test
    void noProviderOutlivesTheSource() {
        assertThat(ProcessHandle.current().descendants())
                .extracting(process -> process.info().command().orElse(""))
                .noneMatch(command -> command.contains("terraform-provider"));
    }

    private static String spent(VariedStack stack) throws IOException, InterruptedException {
        stack.apply();
        stack.live();
        return stack.plan("alone", Map.of());
    }

    private BothWays bothWays(VariedStack stack, String alone) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(stack.environment());
        environment.values().removeIf(String::isEmpty);
        SharedSettings settings = SharedSettings.standard()
                .cachingIn(folder.resolve("cache"))
                .in(environment)
                .sharing(SHARED)
                .asking((asked, code, variables) -> stack.typesInState());
        try (SharedProviders providers =
                        SharedProviders.over(EnvironmentSource.ambient(), TerraformCode.standard(), settings);
                EnvironmentLease lease = providers.lease(stack.stack())) {
            return BothWays.of(alone, stack.plan("shared", lease.variables()), lease);
        }
    }

    private static List<String> actions(JsonNode plan, String list) {
        List<String> actions = new ArrayList<>();
        plan.path(list).forEach(change -> {
            List<String> words = new ArrayList<>();
            change.at("/change/actions").forEach(word -> words.add(word.asText()));
            actions.add(String.join(",", words));
        });
        return actions;
    }
}
