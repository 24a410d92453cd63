package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine of somebody who works with stacks.
 *
 * @param programs a folder with the tools, for {@code PATH}
 * @param configuration of Terraform and OpenTofu
 */
public record Workplace(Path programs, Path configuration) {

    public Workplace {
        requireNonNull(programs, "programs is null");
        requireNonNull(configuration, "configuration is null");
    }

    public static Workplace prepare(Path folder) throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(programs.resolve("terraform"), RealTools.terraform());
        Files.createSymbolicLink(programs.resolve("tofu"), RealTools.tofu());
        Files.createSymbolicLink(programs.resolve("terragrunt"), RealTools.terragrunt());
        Optional<ProviderMirror> mirror = ProviderMirror.find();
        Path configuration =
                mirror.isPresent() ? mirror.get().configure(folder) : ProviderMirror.configureWithout(folder);
        return new Workplace(programs, configuration);
    }

    /**
     * Everything a tool needs to reach the account, and nothing of the account whoever runs the tests may have. What is remembered
     * between runs is remembered beside the programs.
     */
    public Map<String, String> environment(URI endpoint, URI objectStore) {
        Map<String, String> environment = new HashMap<>();
        List.of("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_CA_BUNDLE", "AWS_DEFAULT_REGION", "TF_DATA_DIR", "TF_LOG")
                .forEach(name -> environment.put(name, ""));
        environment.put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
        environment.put("TF_CLI_CONFIG_FILE", configuration.toString());
        environment.put("XDG_STATE_HOME", programs.resolveSibling("state").toString());
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_ENDPOINT_URL_S3", objectStore.toString());
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_CONFIG_FILE", programs.resolve("no-aws-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                programs.resolve("no-aws-credentials").toString());
        return Map.copyOf(environment);
    }
}
