package dev.drift.it.terramatecloud;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.ProviderMirror;
import dev.drift.it.tools.RealTools;
import dev.drift.it.tools.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/**
 * A repository of four stacks that need no account: a page that somebody scribbled over, a page as it was applied, one whose code
 * asks for more, and code that cannot be planned. A password is written into the first page as if it were none.
 *
 * @param repository its checkout
 * @param environment of whoever works with it
 */
record Notebooks(Path repository, Map<String, String> environment) {

    static final String PASSWORD = "correct-horse-battery";

    private static final String SETTINGS = """
            terraform {
              required_providers {
                notebook = {
                  source  = "example.org/acme/notebook"
                  version = "1.0.0"
                }
              }
            }

            provider "notebook" {
              folder = "%s"
            }

            variable "password" {
              default   = "%s"
              sensitive = true
            }

            resource "notebook_page" "page" {
              name   = "%s"
              text   = "%s"
              secret = var.password
            }
            """;

    static Notebooks create(Path folder) throws IOException, InterruptedException {
        Workplace workplace = Workplace.prepare(folder);
        ProviderMirror.add(folder, "example.org/acme/notebook", "1.0.0", RealTools.notebookProvider());
        Path repository = Files.createDirectories(folder.resolve("repository"));
        Notebooks notebooks = new Notebooks(repository, environment(folder, workplace));
        notebooks.write(
                "terramate.tm.hcl",
                "terramate {\n  config {\n    cloud {\n      organization = \"acme\"\n    }\n  }\n}\n");
        notebooks.stack("page", "db://${nonsensitive(var.password)}@host");
        notebooks.stack("same", "as it was");
        notebooks.stack("more", "one");
        notebooks.stack("broken", "x");
        notebooks.live(folder);
        notebooks.git("init", "-q", "-b", "main");
        notebooks.git("remote", "add", "origin", "https://github.com/acme/notebooks.git");
        notebooks.git("add", "-A");
        notebooks.git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", "Notebooks");
        return notebooks;
    }

    private static Map<String, String> environment(Path folder, Workplace workplace) throws IOException {
        Map<String, String> environment = new HashMap<>();
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("GITHUB_") || name.startsWith("ACTIONS_") || name.startsWith("TM"))
                .forEach(name -> environment.put(name, ""));
        environment.put("PATH", workplace.programs() + ":" + System.getenv("PATH"));
        environment.put("TF_CLI_CONFIG_FILE", workplace.configuration().toString());
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("TMC_TOKEN", "tmco_acme_checksum");
        environment.put("TMC_API_URL", "http://127.0.0.1:3001");
        environment.put("DRIFT_USER_AGENT", "terramate/v0.17.2 drift");
        environment.put("CHECKPOINT_DISABLE", "1");
        Files.createSymbolicLink(workplace.programs().resolve("terramate"), RealTools.terramate());
        return environment;
    }

    private void stack(String name, String text) throws IOException {
        write(
                "stacks/" + name + "/stack.tm.hcl",
                "stack {\n  name = \"" + name + "\"\n  id   = \"Id-" + name + "\"\n}\n");
        Path pages = Files.createDirectories(repository.resolveSibling("pages"));
        write("stacks/" + name + "/main.tf", SETTINGS.formatted(pages, PASSWORD, name, text));
    }

    /** Applies, then changes what is live and what the code says. */
    private void live(Path folder) throws IOException, InterruptedException {
        for (String name : new String[] {"page", "same", "more"}) {
            Path stack = repository.resolve("stacks").resolve(name);
            Command.of("terraform", "init", "-no-color")
                    .in(stack)
                    .with(environment)
                    .output();
            Command.of("terraform", "apply", "-auto-approve", "-no-color")
                    .in(stack)
                    .with(environment)
                    .output();
        }
        Path page = folder.resolve("pages").resolve("page.json");
        Files.writeString(page, Files.readString(page).replace("@host", "@elsewhere"));
        stack("more", "two");
        write("stacks/broken/broken.tf", "output \"x\" {\n  value = missing.thing\n}\n");
    }

    /** A folder with a tool that is never done. */
    static Path hanging(Path folder) throws IOException {
        Path tool = Files.createDirectories(folder.resolve("hanging")).resolve("terraform");
        Files.writeString(tool, "#!/bin/sh\nexec sleep 600\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        return tool.getParent();
    }

    private void git(Object... words) throws IOException, InterruptedException {
        Object[] all = new Object[words.length + 1];
        all[0] = "git";
        System.arraycopy(words, 0, all, 1, words.length);
        Command.of(all).in(repository).output();
    }

    private void write(String file, String text) throws IOException {
        Path place = repository.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }
}
