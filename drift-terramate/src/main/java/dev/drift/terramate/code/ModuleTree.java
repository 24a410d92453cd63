package dev.drift.terramate.code;

import dev.drift.code.CodeException;
import dev.drift.code.IgnoreChanges;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.HclSyntaxException;
import dev.drift.value.ValuePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The module of a stack and those it calls. Only modules that lie beside it, and those that an {@code init} has brought, can
 * be looked at; the others are noted as unseen.
 */
final class ModuleTree {

    private static final int MOST_CALLS = 10_000;
    private static final int DEEPEST = 100;

    private final ReadFiles files;
    private final Path top;
    private final boolean tofu;
    private final ModuleManifest manifest;
    private final Map<Path, Declarations> known = new HashMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Map<String, List<ValuePath>> ignores = new TreeMap<>();
    private final Set<String> unseen = new TreeSet<>();
    private final Deque<Path> chain = new ArrayDeque<>();
    private int calls;

    ModuleTree(ReadFiles files, Path top, boolean tofu, ModuleManifest manifest) {
        this.files = files;
        this.top = top;
        this.tofu = tofu;
        this.manifest = manifest;
    }

    /** Looks at a module and everything below it, and returns what it declares itself. */
    Declarations look(Path directory) {
        Declarations root = declarations(directory);
        look(directory, root, "", "");
        return root;
    }

    /** Notes that there is code of a module that cannot be looked at; the empty address is that of the stack. */
    void missed(String address) {
        unseen.add(address);
    }

    /** What each module that was looked at declares, in no order. */
    Collection<Declarations> modules() {
        return known.values();
    }

    Set<String> types() {
        return types;
    }

    IgnoreChanges ignores() {
        return new IgnoreChanges(ignores, unseen);
    }

    private void look(Path directory, Declarations module, String address, String key) {
        types.addAll(module.types());
        module.ignores().forEach((resource, written) -> ignores.put(below(address, resource), paths(written)));
        Path real = real(directory);
        if (chain.contains(real) || chain.size() >= DEEPEST || ++calls > MOST_CALLS) {
            throw new CodeException(files.name(directory) + ": The modules call each other in a circle, or too many");
        }
        chain.push(real);
        module.modules().forEach((name, source) -> {
            String called = below(address, "module." + name);
            String calledKey = key.isEmpty() ? name : key + "." + name;
            Optional<Path> place = place(directory, calledKey, source);
            if (place.isPresent()) {
                look(place.get(), declarations(place.get()), called, calledKey);
            } else {
                unseen.add(called);
            }
        });
        chain.pop();
    }

    private Optional<Path> place(Path caller, String key, Expression source) {
        Optional<String> written = Literals.of(source).text();
        if (written.filter(text -> text.startsWith("./") || text.startsWith("../"))
                .isPresent()) {
            Path place = caller.resolve(written.get());
            if (!Files.isDirectory(place)) {
                throw new CodeException(source.span() + ": There is no module at \"" + written.get() + "\"");
            }
            return Optional.of(place);
        }
        files.beyond("module \"" + key + "\" does not lie beside the code");
        return manifest.directory(key).filter(Files::isDirectory);
    }

    private Declarations declarations(Path directory) {
        files.visit(directory);
        return known.computeIfAbsent(real(directory), unused -> {
            Declarations declarations = new Declarations();
            Set<String> names = ModuleFiles.names(directory, files.name(directory));
            Surroundings surroundings = new Surroundings(files, top, directory);
            List<String> code = ModuleFiles.code(names, tofu);
            for (String name : code) {
                Body body = files.read(directory.resolve(name)).body();
                declarations.add(body);
                surroundings.note(body);
            }
            names.stream()
                    .filter(name -> ModuleFiles.isCode(name) && !code.contains(name))
                    .forEach(name -> noteOther(directory.resolve(name), surroundings));
            return declarations;
        });
    }

    /** Code that only the other tool reads belongs to the digest, for anyone may choose that tool; its modules are not followed. */
    private void noteOther(Path file, Surroundings surroundings) {
        try {
            Body body = files.read(file).body();
            surroundings.note(body);
            if (!body.blocks("module").isEmpty()) {
                files.beyond(files.name(file) + " calls modules for another tool");
            }
        } catch (CodeException unreadable) {
            files.beyond(files.name(file) + " is code for another tool that cannot be read");
        }
    }

    private static List<ValuePath> paths(Expression written) {
        try {
            return IgnorePaths.of(written);
        } catch (HclSyntaxException broken) {
            throw new CodeException(String.valueOf(broken.getMessage()), broken);
        }
    }

    private static String below(String address, String name) {
        return address.isEmpty() ? name : address + "." + name;
    }

    private Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException missing) {
            throw new CodeException(files.name(directory) + ": The directory cannot be read", missing);
        }
    }
}
