package dev.drift.it.estate;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Applies stacks the way their owners do, except that the tools' own folders stay outside the checkout. */
final class Engineer {

    /** One apply takes about one core. */
    private static final int AT_ONCE = 2;

    private final Checkout checkout;
    private final Path work;
    private final Map<String, String> environment;

    /**
     * @param work for data directories and logs
     * @param environment credentials, endpoints and the CLI configuration
     */
    Engineer(Checkout checkout, Path work, Map<String, String> environment) {
        this.checkout = checkout;
        this.work = work;
        Map<String, String> collecting = new HashMap<>(environment);
        // Tools and providers end soon: collecting their garbage is a fifth of what they compute.
        collecting.put("GOGC", "400");
        this.environment = Map.copyOf(collecting);
    }

    void apply(List<StackUnderTool> stacks) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> applies = stacks.stream()
                    .<Future<?>>map(stack -> threads.submit(() -> {
                        apply(stack);
                        return stack;
                    }))
                    .toList();
            for (Future<?> apply : applies) {
                apply.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void apply(StackUnderTool stack) throws IOException, InterruptedException {
        switch (stack.tool()) {
            case TERRAFORM -> applyBy(RealTools.terraform(), stack);
            case OPENTOFU -> applyBy(RealTools.tofu(), stack);
            case TERRAGRUNT ->
                run(stack, RealTools.terragrunt(), "run", "--non-interactive", "--", "apply", "-auto-approve");
        }
    }

    private void applyBy(Path tool, StackUnderTool stack) throws IOException, InterruptedException {
        run(stack, tool, "init", "-input=false", "-no-color");
        try (AwaitingProvider provider = AwaitingProvider.installed(data(stack), environment)) {
            run(stack, provider.variables(), tool, "apply", "-auto-approve", "-input=false", "-no-color");
        }
    }

    private Path data(StackUnderTool stack) throws IOException {
        return Files.createDirectories(work.resolve("data").resolve(stack.path()));
    }

    private void run(StackUnderTool stack, Object... words) throws IOException, InterruptedException {
        run(stack, Map.of(), words);
    }

    private void run(StackUnderTool stack, Map<String, String> lent, Object... words)
            throws IOException, InterruptedException {
        Path data = data(stack);
        Map<String, String> folders = stack.tool() == StackUnderTool.Tool.TERRAGRUNT
                ? Map.of("TG_DOWNLOAD_DIR", data.toString())
                : Map.of("TF_DATA_DIR", data.toString());
        Command.of(words)
                .in(checkout.stack(stack.path()))
                .with(environment)
                .with(lent)
                .with(folders)
                .with(Map.of("TF_VAR_owner", "platform"))
                .output();
    }
}
