package dev.drift.github.workflow;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a job needs to plan stacks. A tool that is not named is not set up.
 *
 * @param terraform the version of Terraform, such as {@code 1.11.4}
 * @param opentofu the version of OpenTofu
 * @param terragrunt the program of Terragrunt
 */
public record Toolchain(Optional<String> terraform, Optional<String> opentofu, Optional<Download> terragrunt) {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:-[0-9A-Za-z.]+)?");

    public Toolchain {
        requireNonNull(terragrunt, "terragrunt is null");
        terraform = requireNonNull(terraform, "terraform is null").map(Toolchain::exact);
        opentofu = requireNonNull(opentofu, "opentofu is null").map(Toolchain::exact);
        if (terraform.isEmpty() && opentofu.isEmpty()) {
            throw new IllegalArgumentException("A job needs a version of Terraform or of OpenTofu");
        }
    }

    private static String exact(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("\"" + version + "\" is no exact version, such as 1.11.4");
        }
        return version;
    }
}
