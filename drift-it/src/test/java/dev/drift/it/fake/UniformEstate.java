package dev.drift.it.fake;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Terramate repository of equal stacks, {@code stacks/s0001} and so on, each in sync with a {@link FakeAws}: code, lock
 * file and local state. A stack holds one or more sets of ten resources; sets are numbered through the whole estate, so
 * that with one set a stack the set {@code s0042} is the stack {@code s0042}.
 *
 * @param root of the repository
 * @param installed the {@code .terraform} of an initialised stack, kept outside the repository
 */
public record UniformEstate(Path root, Path installed, int stacks, int setsEach) {

    /** How many stacks bear the same tag {@code group/1} and so on, in the order of their numbers. */
    public static final int GROUP = 5;

    /** The provider breaks where a service of moto has none. */
    private static final String NETWORK = """
              network_configuration {
                subnets = data.aws_subnets.default.ids
              }
              lifecycle {
                ignore_changes = [availability_zone_rebalancing]
              }
            """;

    private static final String STATE = "terraform.tfstate";

    public UniformEstate {
        requireNonNull(root, "root is null");
        requireNonNull(installed, "installed is null");
    }

    /**
     * Writes the estate and installs its provider once, by the tool itself, for the sake of the lock file.
     *
     * @param folder where {@code checkout} and {@code model} are made
     * @param environment in which Terraform finds the provider
     */
    public static UniformEstate write(Path folder, int stacks, int setsEach, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path model = Files.createDirectories(folder.resolve("model"));
        Files.writeString(model.resolve("settings.tf"), Resources.text("stack/settings.tf"));
        Command.of(RealTools.terraform(), "init", "-input=false", "-no-color")
                .in(model)
                .with(environment)
                .output();
        UniformEstate estate =
                new UniformEstate(folder.resolve("checkout"), model.resolve(".terraform"), stacks, setsEach);
        estate.writeRoot();
        for (int number = 1; number <= stacks; number++) {
            estate.writeStack(number, Files.readString(model.resolve(".terraform.lock.hcl")));
        }
        return estate;
    }

    /** The folder of a stack; the first is number 1. */
    public Path stack(int number) {
        return root.resolve("stacks").resolve(name(number));
    }

    /** How stacks and sets are called. */
    public static String name(int number) {
        return "s%04d".formatted(number);
    }

    /** Lets every stack be one that was never applied and that moto can apply. */
    public void forget() throws IOException {
        for (int number = 1; number <= stacks; number++) {
            Files.delete(stack(number).resolve(STATE));
            Path code = stack(number).resolve("main.tf");
            Files.writeString(
                    code,
                    Files.readString(code)
                                    .replaceAll("(?m)^ *vpc_id .*\\R", "")
                                    .replaceAll("(?m)^ *launch_type .*$", "$0\n" + NETWORK)
                            + "data \"aws_subnets\" \"default\" {}\n");
        }
    }

    /** Takes over what was applied in the stacks of another estate, with their code. */
    public void adopt(UniformEstate applied) throws IOException {
        for (int number = 1; number <= stacks; number++) {
            for (String file : List.of("main.tf", STATE)) {
                Files.copy(applied.stack(number).resolve(file), stack(number).resolve(file), REPLACE_EXISTING);
            }
        }
    }

    /** Leaves every stack as {@code terraform init} would. */
    public void initialise() throws IOException {
        for (int number = 1; number <= stacks; number++) {
            Files.createSymbolicLink(stack(number).resolve(".terraform"), installed);
        }
    }

    /** Gives the repository a commit and a remote, without which Terramate Cloud would not know it. */
    public void publish() throws IOException, InterruptedException {
        List<List<String>> all = List.of(
                List.of("remote", "add", "origin", "https://git.example.org/acme/uniform.git"),
                List.of("config", "user.name", "Ada"),
                List.of("config", "user.email", "ada@example.org"),
                List.of("add", "--all"),
                List.of("commit", "--quiet", "--message", "Describe the estate"));
        for (List<String> words : all) {
            Command.of(Stream.concat(Stream.of("git"), words.stream()).toArray())
                    .in(root)
                    .output();
        }
    }

    private void writeRoot() throws IOException, InterruptedException {
        Files.createDirectories(root);
        Files.writeString(root.resolve(".gitignore"), ".terraform\n");
        Files.writeString(root.resolve("terramate.tm.hcl"), """
                terramate {
                  config {
                    disable_safeguards = ["git"]
                  }
                }
                """);
        Command.of("git", "init", "--quiet", root).output();
    }

    private void writeStack(int number, String lock) throws IOException {
        Path stack = Files.createDirectories(stack(number));
        Files.writeString(
                stack.resolve("stack.tm.hcl"), """
                stack {
                  name = "%s"
                  id   = "%s"
                  tags = ["environment/prod", "region/eu-central-1", "group/%d"]
                }
                """.formatted(name(number), name(number), (number + GROUP - 1) / GROUP));
        Files.writeString(stack.resolve(".terraform.lock.hcl"), lock);
        Files.writeString(stack.resolve("settings.tf"), Resources.text("stack/settings.tf"));
        Files.writeString(stack.resolve("main.tf"), sets(number, Resources.text("stack/set.tf"), "\n"));
        Files.writeString(stack.resolve(STATE), """
                {"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"00000000-0000-4000-8000-%012d","outputs":{},
                "resources":[
                %s],"check_results":null}
                """.formatted(number, sets(number, instances(), ",\n")));
    }

    private static String instances() {
        String list = Resources.text("stack/set.tfstate").strip();
        return list.substring(1, list.length() - 1).strip();
    }

    private String sets(int number, String text, String between) {
        return IntStream.rangeClosed((number - 1) * setsEach + 1, number * setsEach)
                .mapToObj(set -> text.replace("s0001", name(set)))
                .collect(joining(between));
    }
}
