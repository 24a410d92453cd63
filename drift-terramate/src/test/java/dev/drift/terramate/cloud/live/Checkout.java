package dev.drift.terramate.cloud.live;

import dev.drift.terramate.cloud.message.Target;
import dev.drift.terramate.cloud.session.SessionSettings;
import dev.drift.terramate.cloud.wire.WireSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project in a git checkout of {@code github.com/Acme/infra}, and somebody with an API key. */
record Checkout(Path root) {

    static Checkout in(Path folder) throws IOException, InterruptedException {
        Checkout checkout = new Checkout(Files.createDirectory(folder.resolve("checkout")));
        checkout.git("init", "-q", "-b", "main");
        checkout.git("remote", "add", "origin", "https://github.com/Acme/infra.git");
        checkout.git(
                "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "--allow-empty", "-m", "One");
        return checkout;
    }

    /** Tells the Cloud at the address, without patience for one that is down. */
    CloudDelivery delivery(String address, CloudSwitch when) {
        UserEnvironment user = UserEnvironment.ofThisProcess()
                .withoutThose(name -> name.startsWith("GITHUB") || name.startsWith("GITLAB") || name.startsWith("TM"))
                .with(Map.of("TMC_TOKEN", "tmco_key", "TMC_API_URL", address));
        Duration patience = Duration.ofSeconds(5);
        WireSettings wire = new WireSettings(
                "drift/test", patience, patience, patience, Duration.ofMillis(1), Duration.ofSeconds(1));
        SessionSettings sessions = new SessionSettings(4, Duration.ofHours(1), 4096, 1_000_000, Duration.ofSeconds(20));
        Optional<Target> target = Optional.of(Target.of("prod"));
        return new CloudDelivery(when, user, target, wire, sessions, root.resolveSibling("journals"));
    }

    void git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new AssertionError("git " + List.of(words));
        }
    }
}
