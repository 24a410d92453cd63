package dev.drift.terramate.change;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.ChangedStack;
import dev.drift.code.CodeException;
import dev.drift.config.Problem;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.git.Git;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.terramate.project.ChangeDetection;
import dev.drift.terramate.project.Project;
import dev.drift.terramate.project.StackDeclaration;
import dev.drift.terramate.project.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One search for the stacks of a project that a change concerns. What speaks against a stack stands before what speaks for it. */
public final class ChangeSearch {

    /** The line that begins a block; who comments such a line out does so at its beginning. */
    private static final String STACK_BLOCK = "^[[:space:]]*stack([[:space:]]+\"[^\"]*\")?[[:space:]]*\\{";

    private static final Pattern TERRAMATE = Pattern.compile(".*\\.tm(\\.hcl)?");

    private static final String TRIGGERS = "/.tmtriggers";

    private final Project project;
    private final ChangedFiles files;
    private final Modules modules;
    private final NavigableMap<String, StackDeclaration> stacks = new TreeMap<>();
    private final TreeMap<Stack, String> whys = new TreeMap<>();
    private final Set<Stack> ignored = new HashSet<>();
    private final Units units;

    private ChangeSearch(Project project, ChangedFiles files, UserEnvironment user) {
        this.project = project;
        this.files = files;
        this.modules = new Modules(project.root(), files);
        this.units = new Units(project, user.variables(), files, modules, this::isKnownToHaveChanged);
        project.stacks().forEach(declared -> stacks.put(declared.stack().path().value(), declared));
    }

    /**
     * The stacks of the whole project that changed since the base, by path.
     *
     * @param user who would run Terragrunt
     * @param base a revision; empty to choose as Terramate does
     * @throws CatalogException if git cannot tell, or the code cannot be read
     */
    public static List<ChangedStack> changed(Project project, Git git, UserEnvironment user, Optional<String> base) {
        Baseline baseline = baseline(project, git);
        ChangedFiles files =
                ChangedFiles.between(baseline.base(base), baseline.head(), git, project.root(), project.changes());
        return new ChangeSearch(project, files, user).found();
    }

    /**
     * The stacks of the whole project whose code is not committed, by path: their own files, modules they call, what they watch or
     * Terragrunt reads, and the files of Terramate in and above their directories. None where there is no repository.
     *
     * @param user who would run Terragrunt
     * @param kept what is not to be overlooked
     * @throws CatalogException if git cannot tell, or the code cannot be read
     */
    public static List<ChangedStack> uncommitted(Project project, Git git, UserEnvironment user, Set<Safeguard> kept) {
        if (!Files.exists(project.root().resolve(".git")) || kept.isEmpty()) {
            return List.of();
        }
        ChangeDetection wanted = new ChangeDetection(
                project.changes().trunk(),
                kept.contains(Safeguard.GIT_UNTRACKED),
                kept.contains(Safeguard.GIT_UNCOMMITTED),
                project.changes().terragrunt());
        ChangedFiles files = ChangedFiles.uncommitted(git, project.root(), wanted);
        ChangeSearch search = new ChangeSearch(project, files, user);
        files.all().forEach(search::inherit);
        return search.found();
    }

    /**
     * Whether the base is the commit that is checked out, so that only what is not committed counts.
     *
     * @param base a revision; empty to choose as Terramate does
     * @throws CatalogException if git cannot tell
     */
    public static boolean beginsAtHead(Project project, Git git, Optional<String> base) {
        Baseline baseline = baseline(project, git);
        return baseline.base(base).equals(baseline.head());
    }

    /**
     * The commit that counts as before.
     *
     * @param base a revision; empty to choose as Terramate does
     * @throws CatalogException if git cannot tell
     */
    public static String base(Project project, Git git, Optional<String> base) {
        return baseline(project, git).base(base);
    }

    /**
     * The stacks that the base holds and the project does not any more, by path.
     *
     * @param base a revision; empty to choose as Terramate does
     * @throws CatalogException if git cannot tell
     */
    public static List<StackPath> deleted(Project project, Git git, Optional<String> base) {
        Baseline baseline = baseline(project, git);
        String before = baseline.base(base);
        ChangedFiles files = ChangedFiles.between(before, baseline.head(), git, project.root(), project.changes());
        Set<StackPath> there =
                project.stacks().stream().map(each -> each.stack().path()).collect(Collectors.toSet());
        return git.found("grep", "-z", "-l", "-E", STACK_BLOCK, before, "--", "*.tm", "*.tm.hcl").stream()
                .map(found -> "/" + found.substring(before.length() + 1))
                .filter(files::has)
                .map(file -> StackPath.of(parent(file)))
                .filter(path -> !there.contains(path))
                .distinct()
                .sorted()
                .toList();
    }

    private static Baseline baseline(Project project, Git git) {
        if (!Files.exists(project.root().resolve(".git"))) {
            throw failure(project.root() + " is no git repository, so nothing tells what changed");
        }
        return new Baseline(git, project.changes().trunk());
    }

    private List<ChangedStack> found() {
        if (files.isEmpty()) {
            return List.of();
        }
        files.all().forEach(this::attribute);
        project.stacks().forEach(this::lookInto);
        whys.keySet().removeAll(ignored);
        return whys.entrySet().stream()
                .map(entry -> new ChangedStack(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void attribute(String file) {
        if (file.startsWith(TRIGGERS + "/")) {
            obey(file);
        } else {
            enclosing(parent(file)).ifPresent(stack -> whys.putIfAbsent(stack, file + " changed"));
            // Only where a whole repository is exchanged for another one do stacks lie at or below what changed.
            stacks.subMap(file, file + "0").forEach((path, declared) -> {
                if (path.equals(file) || path.startsWith(file + "/")) {
                    whys.putIfAbsent(declared.stack(), file + " changed");
                }
            });
        }
    }

    /** What Terramate reads of a directory holds for every stack at or below it: globals, environments of runs. */
    private void inherit(String file) {
        if (TERRAMATE.matcher(file).matches()) {
            String directory = parent(file);
            stacks.values().stream()
                    .map(StackDeclaration::stack)
                    .filter(stack -> stack.path().isAtOrBelow(StackPath.of(directory)))
                    .forEach(stack -> whys.putIfAbsent(stack, file + " changed"));
        }
    }

    /** A trigger that was taken away triggers nothing. */
    private void obey(String file) {
        Path place = project.root().resolve(file.substring(1));
        if (!Files.exists(place)) {
            return;
        }
        Trigger trigger = Trigger.read(place, file.substring(1));
        String path = parent(file).substring(TRIGGERS.length());
        Optional<Stack> stack =
                Optional.ofNullable(stacks.get(path.isEmpty() ? "/" : path)).map(StackDeclaration::stack);
        if (trigger.effect() == Trigger.Effect.IGNORE) {
            stack.ifPresent(ignored::add);
        } else {
            stack.ifPresent(found -> whys.put(found, "triggered by " + file + ": " + trigger.reason()));
        }
    }

    /** The stack that a directory is, or the nearest one above it. */
    private Optional<Stack> enclosing(String directory) {
        String place = directory;
        while (!stacks.containsKey(place) && !place.equals("/")) {
            place = parent(place);
        }
        return Optional.ofNullable(stacks.get(place)).map(StackDeclaration::stack);
    }

    private void lookInto(StackDeclaration declared) {
        Stack stack = declared.stack();
        if (whys.containsKey(stack)) {
            return;
        }
        try {
            watched(declared)
                    .or(() -> modules.calledBy(stack.directory()))
                    .or(() -> units.in(stack.directory()))
                    .ifPresent(why -> whys.put(stack, why));
        } catch (CodeException unreadable) {
            throw failure(String.valueOf(unreadable.getMessage()));
        }
    }

    private boolean isKnownToHaveChanged(String path) {
        StackDeclaration declared = stacks.get(path);
        return declared != null && whys.containsKey(declared.stack());
    }

    private Optional<String> watched(StackDeclaration declared) {
        return declared.watch().stream()
                .map(written -> watched(declared.stack().path(), written))
                .filter(files::has)
                .findFirst()
                .map(file -> file + ", which is watched, changed");
    }

    private static String watched(StackPath stack, String written) {
        return Path.of(written.startsWith("/") ? "/" : stack.value())
                .resolve(written.replaceAll("^/+", ""))
                .normalize()
                .toString();
    }

    private static CatalogException failure(String message) {
        return new CatalogException(List.of(Problem.of(message)));
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
