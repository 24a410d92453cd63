package dev.drift.terramate.code;

import static java.util.Objects.requireNonNull;

import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the code of Terraform, OpenTofu and Terragrunt. A directory with a {@code terragrunt.hcl} is Terragrunt's, one with
 * a {@code .tofu} file is OpenTofu's, every other one is Terraform's. The digest covers everything read, values of variables
 * that the tools load by themselves and files that expressions name included; it says what it does not cover: computed paths,
 * modules that lie elsewhere, what Terragrunt adds.
 */
public final class TerraformCode implements CodeReader {

    private static final String LOCK_FILE = ".terraform.lock.hcl";
    private static final List<String> TERRAGRUNT_FILES = List.of("terragrunt.hcl", "terragrunt.hcl.json");

    private final CodeSettings settings;

    private TerraformCode(CodeSettings settings) {
        this.settings = requireNonNull(settings, "settings is null");
    }

    /** A reader for an environment in which nothing is set. */
    public static TerraformCode standard() {
        return with(CodeSettings.standard());
    }

    /** A reader for an environment. */
    public static TerraformCode with(CodeSettings settings) {
        return new TerraformCode(settings);
    }

    @Override
    public StackCode read(Path directory) {
        return read(directory, directory.resolve(settings.dataDirectory().orElse(".terraform")));
    }

    /**
     * The facts of the code in a directory for which {@code init} has run with a data directory of its own, where the
     * modules it brought can be looked at.
     *
     * @throws CodeException if the code cannot be read as a whole
     */
    public StackCode read(Path directory, Path dataDirectory) {
        Path top = directory.toAbsolutePath().normalize();
        ReadFiles files = new ReadFiles(top);
        Set<String> names = ModuleFiles.names(top, ".");
        boolean tofu = names.stream().anyMatch(ModuleFiles::isTofu);
        ModuleTree tree = new ModuleTree(files, top, tofu, ModuleManifest.of(dataDirectory, top));
        LockedProviders locked = LockedProviders.of(files.find(top.resolve(LOCK_FILE)));
        ModuleFiles.variables(names).forEach(name -> files.read(top.resolve(name)));
        Declarations root = tree.look(top);
        Optional<String> terragruntFile =
                TERRAGRUNT_FILES.stream().filter(names::contains).findFirst();
        StateLocation own = Backends.of(root.backend(), workspace(dataDirectory));
        StateLocation state = terragruntFile.isEmpty()
                ? own
                : new Terragrunt(top, files, tree).read(terragruntFile.get(), own, settings.workspace());
        terragruntFile.ifPresent(name -> files.beyond("what Terragrunt makes of " + name));
        String registry = tofu ? "registry.opentofu.org" : "registry.terraform.io";
        return new StackCode(
                terragruntFile.isPresent() ? IacTool.TERRAGRUNT : tofu ? IacTool.TOFU : IacTool.TERRAFORM,
                state,
                locked.acceptedBy(tree.modules(), registry).uses(root, registry),
                tree.types(),
                tree.ignores(),
                files.digest());
    }

    /** The environment stands before what {@code workspace select} left in the data directory. */
    private String workspace(Path dataDirectory) {
        return settings.workspace().orElseGet(() -> {
            Path selected = dataDirectory.resolve("environment");
            try {
                String name = Files.isRegularFile(selected)
                        ? Files.readString(selected).strip()
                        : "";
                return name.isEmpty() ? "default" : name;
            } catch (IOException unreadable) {
                throw new CodeException(selected + ": The selected workspace cannot be read", unreadable);
            }
        });
    }
}
