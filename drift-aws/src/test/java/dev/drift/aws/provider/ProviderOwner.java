package dev.drift.aws.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Another JVM that has a provider, or a private folder, and never lets go of it by itself. */
final class ProviderOwner {

    private ProviderOwner() {}

    /** {@code provider PROGRAM} or {@code folder BASE PREFIX}, then {@code hold} or {@code leave}. Prints what it has. */
    public static void main(String[] words) throws Exception {
        if (words[0].equals("provider")) {
            System.out.println(
                    RunningProvider.start(Path.of(words[1]), System.getenv()).pid());
        } else {
            System.out.println(PrivateFolder.open(Path.of(words[1]), words[2]).path());
        }
        if (words[words.length - 1].equals("leave")) {
            System.exit(0);
        }
        new CountDownLatch(1).await();
    }

    static Process start(Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ProviderOwner.class.getName()));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The line in which it says what it has. */
    static String saidBy(Process owner) {
        try {
            return new BufferedReader(new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8)).readLine();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
