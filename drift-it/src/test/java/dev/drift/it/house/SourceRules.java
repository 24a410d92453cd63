package dev.drift.it.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Rules that only the source shows: lengths, names, imports, documentation. Each gives its complaints. */
final class SourceRules {

    private static final int MOST_FILE_LINES = 300;
    private static final int MOST_METHOD_LINES = 40;
    private static final int MOST_PARAMETERS = 6;
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl|Common)$");
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TODO|FIXME)\\b|new UnsupportedOperationException\\b");

    private SourceRules() {}

    static List<String> longFiles(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lines() > MOST_FILE_LINES)
                .map(file -> file.path().getFileName() + " has " + file.lines() + " lines")
                .toList();
    }

    /** Methods, constructors and initialisers, counted from the signature to the closing brace. */
    static List<String> longMethods(List<SourceFile> files) {
        return complaintsAboutTrees(
                files,
                file -> tree -> tree instanceof ClassTree type
                        ? type.getMembers().stream()
                                .filter(member -> member instanceof MethodTree || member instanceof BlockTree)
                                .filter(member -> file.linesOf(member) > MOST_METHOD_LINES)
                                .map(member -> nameOf(member) + " has " + file.linesOf(member) + " lines")
                                .toList()
                        : List.of());
    }

    static List<String> wideConstructors(List<SourceFile> files) {
        return complaintsAboutTrees(files, file -> SourceRules::tooWide);
    }

    static List<String> emptyNames(List<SourceFile> files) {
        return complaintsAboutTrees(
                files,
                file -> tree -> tree instanceof ClassTree type
                                && EMPTY_NAME.matcher(type.getSimpleName()).matches()
                        ? List.of(type.getSimpleName() + " says nothing")
                        : List.of());
    }

    static List<String> bannedImports(List<SourceFile> files) {
        return complaintsAboutTrees(files, file -> tree -> {
            if (!(tree instanceof ImportTree wanted)) {
                return List.of();
            }
            String name = wanted.getQualifiedIdentifier().toString();
            return name.endsWith(".*") || name.equals("java.util.Stack") ? List.of("imports " + name) : List.of();
        });
    }

    /** Public types state what they mean, in public packages as elsewhere. */
    static List<String> undocumentedTypes(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> file.unit().getTypeDecls().stream()
                        .filter(ClassTree.class::isInstance)
                        .map(ClassTree.class::cast)
                        .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                        .filter(type -> isUndocumented(file, type))
                        .map(type -> file.place(type) + " " + type.getSimpleName() + " has no Javadoc"))
                .toList();
    }

    static List<String> unfinishedWork(List<SourceFile> files) {
        return files.stream()
                .filter(file -> UNFINISHED.matcher(file.text()).find())
                .map(file -> file.path().getFileName() + " holds unfinished work")
                .toList();
    }

    /** Every package says that nothing is null, and what it is for. */
    static List<String> unmarkedPackages(List<SourceFile> files) {
        Set<Path> folders =
                files.stream().map(file -> file.path().getParent()).collect(Collectors.toCollection(TreeSet::new));
        files.stream()
                .filter(file -> file.path().endsWith("package-info.java"))
                .filter(file ->
                        file.text().contains("@NullMarked") && file.text().startsWith("/**"))
                .forEach(file -> folders.remove(file.path().getParent()));
        return folders.stream()
                .map(folder -> folder + " has no package-info with a paragraph and @NullMarked")
                .toList();
    }

    private static List<String> tooWide(Tree tree) {
        if (tree instanceof MethodTree method
                && method.getReturnType() == null
                && method.getParameters().size() > MOST_PARAMETERS) {
            return List.of("constructor takes " + method.getParameters().size() + " parameters");
        }
        if (tree instanceof ClassTree type && type.getKind() == Tree.Kind.RECORD) {
            long components = type.getMembers().stream()
                    .filter(member -> member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .count();
            return components > MOST_PARAMETERS
                    ? List.of(type.getSimpleName() + " has " + components + " components")
                    : List.of();
        }
        return List.of();
    }

    private static String nameOf(Tree tree) {
        return tree instanceof MethodTree method ? method.getName().toString() : "initialiser";
    }

    private static boolean isUndocumented(SourceFile file, ClassTree type) {
        return file.trees().getDocComment(file.trees().getPath(file.unit(), type)) == null;
    }

    private static List<String> complaintsAboutTrees(
            List<SourceFile> files, Function<SourceFile, Function<Tree, List<String>>> rule) {
        List<String> complaints = new ArrayList<>();
        for (SourceFile file : files) {
            Function<Tree, List<String>> judge = rule.apply(file);
            new TreePathScanner<Void, Void>() {
                @Override
                public Void scan(Tree tree, Void nothing) {
                    if (tree != null) {
                        judge.apply(tree).forEach(said -> complaints.add(file.place(tree) + " " + said));
                    }
                    return super.scan(tree, null);
                }
            }.scan(file.unit(), null);
        }
        return complaints;
    }
}
