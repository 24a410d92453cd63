package dev.drift.it.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sizes design 3 wishes for. They are printed for a reviewer, never enforced: a number can be gamed, a reader not. */
final class HouseFigures {

    private HouseFigures() {}

    static String of(List<SourceFile> files, JavaClasses classes) {
        List<Long> fileLines = files.stream().map(SourceFile::lines).sorted().toList();
        List<Long> methodLines = files.stream()
                .flatMap(file -> methodLines(file).stream())
                .sorted()
                .toList();
        return String.format(
                Locale.ROOT,
                "House figures%n  files %d, lines: median %d (aim 60), longest %d%n"
                        + "  methods %d, lines inside the braces: median %d (aim 3), longest %d%n"
                        + "  public types by room (aim 4 to 12): %s%n"
                        + "  command line against library: %.0f %% (aim 12 at most)",
                fileLines.size(),
                median(fileLines),
                last(fileLines),
                methodLines.size(),
                median(methodLines),
                last(methodLines),
                publicTypesByRoom(classes),
                100.0 * linesOfCli(files) / Math.max(1, sum(fileLines) - linesOfCli(files)));
    }

    private static List<Long> methodLines(SourceFile file) {
        List<Long> lines = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                if (method.getBody() != null && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                    lines.add(Math.max(1, file.linesOf(method.getBody()) - 2));
                }
                return super.visitMethod(method, null);
            }
        }.scan(file.unit(), null);
        return lines;
    }

    private static Map<String, Long> publicTypesByRoom(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.groupingBy(HouseFigures::room, TreeMap::new, Collectors.counting()));
    }

    private static String room(JavaClass type) {
        return House.isFrontDoor(type) ? "front door" : type.getPackageName().substring("dev.drift.".length());
    }

    private static long linesOfCli(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().toString().contains("/drift-cli/"))
                .mapToLong(SourceFile::lines)
                .sum();
    }

    private static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }

    private static long median(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private static long last(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
    }
}
