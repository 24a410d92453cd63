package dev.drift.it.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java file as the compiler's parser sees it. */
record SourceFile(Path path, CompilationUnitTree unit, Trees trees) {

    /** Parses the files, without looking at what they refer to. */
    static List<SourceFile> parse(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(problem -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    problem -> {},
                    List.of("--release", "17", "-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            List<SourceFile> parsed = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new SourceFile(Path.of(unit.getSourceFile().toUri()), unit, trees));
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long lines() {
        return text().lines().count();
    }

    /** The lines a tree covers, its first and its last included; of a method without Javadoc and annotations. */
    long linesOf(Tree tree) {
        SourcePositions positions = trees.getSourcePositions();
        Tree first =
                tree instanceof MethodTree method && method.getReturnType() != null ? method.getReturnType() : tree;
        long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree) - 1);
        return last - unit.getLineMap().getLineNumber(positions.getStartPosition(unit, first)) + 1;
    }

    /** File and line of a tree, for messages. */
    String place(Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        return path.getFileName() + ":" + unit.getLineMap().getLineNumber(start);
    }
}
