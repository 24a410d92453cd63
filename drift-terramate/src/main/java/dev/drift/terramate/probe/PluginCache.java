package dev.drift.terramate.probe;

import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.ToolTimeoutException;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The plugin cache that tools share. Terraform does not guard it, and two that fill it at once break each other's providers, so
 * whoever may write it does so alone: one thread of this process, and one process of this machine.
 */
final class PluginCache {

    private static final Pattern SETTING = Pattern.compile("(?m)^\\s*plugin_cache_dir\\s*=\\s*\"([^\"]+)\"");
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();
    private static final String LOCK_FILE = ".drift.lock";
    private static final long PAUSE = 100;

    private PluginCache() {}

    /** Does something that may write the cache, if the environment names one. */
    static <T> T alone(UserEnvironment environment, Deadline deadline, Writing<T> writing)
            throws IOException, InterruptedException, ToolTimeoutException {
        Optional<Path> cache = folder(environment).filter(Files::isDirectory);
        if (cache.isEmpty()) {
            return writing.write();
        }
        ReentrantLock lock = LOCKS.computeIfAbsent(cache.get().toRealPath(), none -> new ReentrantLock());
        if (!lock.tryLock(deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ToolTimeoutException("the shared plugin cache");
        }
        try {
            return onThisMachineAlone(cache.get(), deadline, writing);
        } finally {
            lock.unlock();
        }
    }

    /** The folder the environment, or the command line configuration it names, keeps plugins in. */
    static Optional<Path> folder(UserEnvironment environment) {
        return environment
                .variable("TF_PLUGIN_CACHE_DIR")
                .or(() -> configurations(environment)
                        .flatMap(PluginCache::setting)
                        .findFirst())
                .map(path -> path.replaceFirst(
                        "^(\\$HOME|~)(?=/)",
                        Matcher.quoteReplacement(environment.variable("HOME").orElse("~"))))
                .map(Path::of);
    }

    private static <T> T onThisMachineAlone(Path cache, Deadline deadline, Writing<T> writing)
            throws IOException, InterruptedException, ToolTimeoutException {
        Path file = cache.resolve(LOCK_FILE);
        if (!Files.isWritable(cache)) {
            return writing.write();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!isOurs(channel)) {
                if (deadline.left().isZero()) {
                    throw new ToolTimeoutException("the shared plugin cache");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
            return writing.write();
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock()).isPresent();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    private static Stream<Path> configurations(UserEnvironment environment) {
        Stream<Path> named = Stream.of("TF_CLI_CONFIG_FILE", "TERRAFORM_CONFIG")
                .flatMap(name -> environment.variable(name).stream())
                .map(Path::of);
        Stream<Path> usual = environment.variable("HOME").stream()
                .flatMap(home -> Stream.of(".tofurc", ".terraformrc", ".config/opentofu/tofurc")
                        .map(name -> Path.of(home, name)));
        return Stream.concat(named, usual).filter(Files::isRegularFile);
    }

    private static Stream<String> setting(Path configuration) {
        try {
            Matcher setting = SETTING.matcher(Files.readString(configuration));
            return setting.find() ? Stream.of(setting.group(1)) : Stream.empty();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }

    /** Something that may write the cache. */
    @FunctionalInterface
    interface Writing<T> {
        T write() throws IOException, InterruptedException, ToolTimeoutException;
    }
}
