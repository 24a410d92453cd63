package dev.drift.it.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.drift.it.house.Conditions.complain;
import static dev.drift.it.house.Conditions.notDepend;
import static dev.drift.it.house.Conditions.that;
import static dev.drift.it.house.Conditions.topLevel;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** The container is a convenience: it is met in modules and in one composition root, and it guesses nothing. */
final class GuiceRules {

    private static final String MODULE = "com.google.inject.Module";
    private static final String WIRING = "dev.drift.cli.wiring";
    private static final List<String> SWITCHES =
            List.of("requireExplicitBindings", "requireExactBindingAnnotations", "disableCircularProxies");

    private GuiceRules() {}

    static ArchRule guiceOnlyInModules() {
        return classes()
                .that(that(
                        "are neither a module nor in the composition root",
                        type -> !isModule(type) && !type.getPackageName().equals(WIRING)))
                .should(notDepend("not touch Guice", (from, to) -> isGuice(to)));
    }

    static ArchRule modulesAreStrict() {
        return classes()
                .that(that("are Guice modules", GuiceRules::isConcreteModule))
                .should(complain("turn on the strict switches", GuiceRules::missingSwitches));
    }

    /** The classes of the composition root that touch Guice and are no modules; there is room for one. */
    static List<String> compositionRoots(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getPackageName().equals(WIRING) && !isModule(type))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> isGuice(dependency.getTargetClass())))
                .map(type -> topLevel(type).getName())
                .distinct()
                .sorted()
                .toList();
    }

    /** The Guice modules of an adapter; there is one each. */
    static List<String> modulesOf(String adapter, JavaClasses classes) {
        return classes.stream()
                .filter(type -> House.partOf(type).equals(adapter) && isConcreteModule(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static boolean isModule(JavaClass type) {
        return topLevel(type).getSimpleName().endsWith("Module");
    }

    private static boolean isConcreteModule(JavaClass type) {
        return type.isAssignableTo(MODULE)
                && !type.isInterface()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean isGuice(JavaClass type) {
        return type.getName().startsWith("com.google.inject.");
    }

    private static List<String> missingSwitches(JavaClass type) {
        List<String> called = Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .filter(House::isOurs)
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals("com.google.inject.Binder"))
                .map(call -> call.getTarget().getName())
                .toList();
        return SWITCHES.stream()
                .filter(each -> !called.contains(each))
                .map(each -> type.getName() + " does not call " + each)
                .toList();
    }
}
