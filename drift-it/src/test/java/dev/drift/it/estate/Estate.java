package dev.drift.it.estate;

import static dev.drift.it.estate.StackUnderTool.Tool.OPENTOFU;
import static dev.drift.it.estate.StackUnderTool.Tool.TERRAFORM;
import static dev.drift.it.estate.StackUnderTool.Tool.TERRAGRUNT;

import dev.drift.it.cloud.Console;
import dev.drift.it.cloud.Moto;
import dev.drift.it.cloud.RefusingProxy;
import dev.drift.it.cloud.StateBucket;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The repository, the account it is applied to, and what happens to both. Nothing of it outlives {@link #close()}.
 */
public final class Estate implements AutoCloseable {

    private static final String STATES = "acme-terraform-state";

    /** Everything its engineers have applied; {@code dev/us-west-1/sandbox} they have not. */
    private static final List<StackUnderTool> APPLIED = List.of(
            new StackUnderTool("prod/access", TERRAFORM),
            new StackUnderTool("prod/eu-central-1/payments-api", TERRAFORM),
            new StackUnderTool("prod/eu-central-1/edge-network", TERRAFORM),
            new StackUnderTool("prod/eu-west-1/archive", TERRAFORM),
            new StackUnderTool("prod/eu-west-1/orders-api", TERRAFORM),
            new StackUnderTool("qa/eu-south-1/reports", TERRAFORM),
            new StackUnderTool("qa/eu-south-1/sessions", TERRAFORM),
            new StackUnderTool("qa/eu-west-2/search", TERRAFORM),
            new StackUnderTool("qa/eu-west-2/billing", TERRAFORM),
            new StackUnderTool("dev/us-east-1/autoscaled-jobs", TERRAFORM),
            new StackUnderTool("dev/us-east-1/feature-flags", TERRAFORM),
            new StackUnderTool("dev/us-west-1/firewall", TERRAFORM),
            new StackUnderTool("dev/us-west-1/tofu-api", OPENTOFU),
            new StackUnderTool("dev/us-west-1/tofu-access", OPENTOFU),
            new StackUnderTool("dev/us-west-1/tofu-settings", OPENTOFU),
            new StackUnderTool("qa/eu-west-2/terragrunt-parameters", TERRAGRUNT),
            new StackUnderTool("qa/eu-west-2/terragrunt-queue-worker", TERRAGRUNT));

    private final Path folder;
    private final Moto moto;
    private final RefusingProxy proxy;
    private final StateBucket states;
    private final Checkout checkout;
    private final Map<String, String> environment;

    private Estate(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.moto = Moto.start(folder.resolve("moto.log"));
        this.proxy = RefusingProxy.before(moto.endpoint());
        this.states = StateBucket.create(moto.endpoint(), STATES);
        this.checkout = Checkout.create(folder.resolve("checkout"));
        this.environment = Workplace.prepare(folder).environment(moto.endpoint(), proxy.endpoint());
    }

    /** Starts an account and applies every stack but one to it: a minute or two. */
    static Estate applied() throws IOException, InterruptedException {
        Estate estate = new Estate(Files.createTempDirectory("estate").toRealPath());
        try {
            estate.engineer().apply(APPLIED);
            // A stack whose authors have never committed its lock file.
            Files.delete(estate.checkout.stack("dev/us-west-1/firewall").resolve(".terraform.lock.hcl"));
            estate.checkout.commit("Lock the providers");
            return estate;
        } catch (IOException | InterruptedException | RuntimeException e) {
            estate.close();
            throw e;
        }
    }

    public Checkout checkout() {
        return checkout;
    }

    public StateBucket states() {
        return states;
    }

    /** What somebody has in the environment who works with this estate; an empty value means: not set. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Applies the stacks of prod once more. The second apply writes into the state what the first did not know yet. */
    public void applyProdAgain() throws IOException, InterruptedException {
        engineer()
                .apply(APPLIED.stream()
                        .filter(stack -> stack.path().startsWith("prod/"))
                        .toList());
    }

    /** People use the console, commit code nobody applies, and take rights away. */
    public void spendWeekend() throws IOException, InterruptedException {
        useConsole(new Console(moto.endpoint()));
        writeCode();
        proxy.refuse(STATES, "qa/eu-west-2/billing/terraform.tfstate");
    }

    @Override
    public void close() throws IOException {
        states.close();
        proxy.close();
        moto.close();
        FileTree.remove(folder);
    }

    private static void useConsole(Console console) throws IOException {
        console.scaleService("eu-central-1", "payments-api", 3);
        console.openPort("eu-central-1", "edge-web", 22);
        console.openPort("eu-central-1", "edge-admin", 3389);
        console.writeInlinePolicy("deployer", "break-glass");
        console.attachPolicy("deployer", "administrators");
        console.deleteParameter("eu-south-1", "/sessions/lifetime");
        console.provisionReads("us-east-1", "jobs", 20);
        console.tagTable("us-east-1", "jobs", "cost-centre", "4711");
        console.writeParameter("us-east-1", "/flags/new-checkout", "String", "on");
        console.openPort("us-west-1", "firewall", 8443);
        console.scaleService("us-west-1", "tofu-api", 3);
        console.writeInlinePolicy("tofu-reader", "break-glass");
        console.scaleService("eu-west-2", "queue-worker", 3);
    }

    private void writeCode() throws IOException, InterruptedException {
        checkout.replace(
                "stacks/prod/eu-west-1/orders-api/main.tf", "retention_in_days = 30", "retention_in_days = 90");
        checkout.replace("stacks/qa/eu-south-1/reports/main.tf", "output \"log_group\"", "output \"log_group_name\"");
        checkout.replace("stacks/qa/eu-west-2/search/main.tf", "value = \"documents-v2\"", "value = \"documents-v2");
        checkout.replace("stacks/dev/us-east-1/feature-flags/main.tf", "value = \"off\"", "value = \"on\"");
        checkout.commit("Work on Friday afternoon");
    }

    private Engineer engineer() {
        return new Engineer(checkout, folder, environment);
    }
}
