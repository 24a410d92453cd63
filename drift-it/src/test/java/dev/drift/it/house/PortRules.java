package dev.drift.it.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.drift.it.house.Conditions.complain;
import static dev.drift.it.house.Conditions.that;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a port is, how small it stays, and that nobody implements it unexamined.
 *
 * <p>A port is a public interface of drift-core with a file of its own that others may implement: it has an abstract
 * method and is not sealed.
 */
final class PortRules {

    private static final int MOST_METHODS = 2;
    private static final String CONTRACTS = "dev.drift.testing.";

    private PortRules() {}

    /** No interface that others implement asks for more than two methods, inherited ones included. */
    static ArchRule portsAreSmall() {
        return classes()
                .that(that("are interfaces open to all", PortRules::isOpenInterface))
                .should(complain("have at most two abstract methods", PortRules::tooManyMethods));
    }

    static List<JavaClass> ports(JavaClasses classes) {
        return classes.stream().filter(PortRules::isPort).toList();
    }

    /** Ports without a contract test, and implementations whose test does not extend the contract of their port. */
    static List<String> unexamined(JavaClasses classes, JavaClasses tests) {
        List<String> complaints = new ArrayList<>();
        for (JavaClass port : ports(classes)) {
            String contract = CONTRACTS + port.getSimpleName() + "Contract";
            if (tests.contain(contract)) {
                implementations(port, classes, tests)
                        .filter(type -> !isExamined(type, contract, tests))
                        .forEach(type -> complaints.add(type.getName() + " is examined by no " + contract));
            } else {
                complaints.add(port.getName() + " has no contract test " + contract);
            }
        }
        return complaints;
    }

    private static Stream<JavaClass> implementations(JavaClass port, JavaClasses classes, JavaClasses tests) {
        Stream<JavaClass> siblings =
                tests.stream().filter(type -> type.getName().startsWith(CONTRACTS));
        return Stream.concat(classes.stream(), siblings)
                .filter(type -> type.isAssignableTo(port.getName()) && !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
                .filter(type -> !type.getModifiers().contains(JavaModifier.PRIVATE));
    }

    /** A test that extends the contract makes the implementation, or is named after it where a factory hides it. */
    private static boolean isExamined(JavaClass type, String contract, JavaClasses tests) {
        return tests.stream()
                .filter(test -> test.isAssignableTo(contract))
                .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
                .anyMatch(test -> test.getSimpleName().startsWith(type.getSimpleName())
                        || test.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency ->
                                        dependency.getTargetClass().getName().equals(type.getName())));
    }

    private static boolean isPort(JavaClass type) {
        return House.ROOMS.contains(House.partOf(type))
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isTopLevelClass()
                && isOpenInterface(type)
                && !abstractMethods(type).isEmpty();
    }

    private static boolean isOpenInterface(JavaClass type) {
        return type.isInterface() && !type.isAnnotation() && !isSealed(type);
    }

    private static List<String> tooManyMethods(JavaClass type) {
        List<String> methods = abstractMethods(type);
        return methods.size() <= MOST_METHODS ? List.of() : List.of(type.getName() + " asks for " + methods);
    }

    private static List<String> abstractMethods(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream())
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(method -> !isAnsweredByDefault(type, method))
                .map(PortRules::shape)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isAnsweredByDefault(JavaClass type, JavaMethod method) {
        return Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream())
                .flatMap(each -> each.getMethods().stream())
                .anyMatch(other -> !other.getModifiers().contains(JavaModifier.ABSTRACT)
                        && shape(other).equals(shape(method)));
    }

    private static String shape(JavaMethod method) {
        return method.getName()
                + method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }

    /** ArchUnit does not tell, but only a sealed type carries this attribute in its class file. */
    private static boolean isSealed(JavaClass type) {
        URI file = type.getSource().orElseThrow().getUri();
        try (InputStream bytes = file.toURL().openStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains("PermittedSubclasses");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
