package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.render.SarifReport;
import dev.drift.stack.Stack;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files of stacks in which findings are shown: the one that declares a resource, else the one of the stack. */
final class SourceFiles implements BiFunction<Stack, String, String> {

    private static final long LARGEST = 1_000_000;
    private static final Pattern IN_ROOT = Pattern.compile("([A-Za-z]\\w*)\\.([\\w-]+)(\\[.*)?");
    private static final List<String> OF_THE_STACK = List.of("stack.tm.hcl", "stack.tm", "main.tf");

    @Override
    public String apply(Stack stack, String address) {
        Path directory = stack.directory();
        if (SarifReport.usual(stack).isEmpty()
                || !directory.endsWith(stack.path().toString().substring(1))) {
            return SarifReport.usual(stack);
        }
        List<Path> code = code(directory);
        return declaring(code, address)
                .or(() -> OF_THE_STACK.stream()
                        .filter(name -> Files.isRegularFile(directory.resolve(name)))
                        .findFirst())
                .or(() -> code.stream().findFirst().map(SourceFiles::name))
                .orElseGet(() -> SarifReport.usual(stack));
    }

    private static Optional<String> declaring(List<Path> code, String address) {
        Matcher resource = IN_ROOT.matcher(address);
        if (!resource.matches() || resource.group(1).equals("module")) {
            return Optional.empty();
        }
        Pattern block = Pattern.compile("(?m)^\\s*resource\\s+\"?" + Pattern.quote(resource.group(1)) + "\"?\\s+\"?"
                + Pattern.quote(resource.group(2)) + "\"?\\s*\\{");
        return code.stream()
                .filter(file -> block.matcher(text(file)).find())
                .findFirst()
                .map(SourceFiles::name);
    }

    private static List<Path> code(Path directory) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.{tf,tofu}")) {
            found.forEach(files::add);
        } catch (IOException unreadable) {
            return List.of();
        }
        Collections.sort(files);
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.size(file) > LARGEST ? "" : new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
