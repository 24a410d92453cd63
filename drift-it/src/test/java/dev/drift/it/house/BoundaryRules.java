package dev.drift.it.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.drift.it.house.Conditions.complain;
import static dev.drift.it.house.Conditions.notDepend;
import static dev.drift.it.house.Conditions.that;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What may be seen of libraries, and how far adapters and command line may look around. */
final class BoundaryRules {

    private static final List<String> VENDORS = List.of(
            "okhttp3.",
            "okio.",
            "com.fasterxml.jackson.",
            "tools.jackson.",
            "io.grpc.",
            "com.google.protobuf.",
            "software.amazon.");

    private BoundaryRules() {}

    /** drift-core knows the JDK and the annotations of JSpecify. */
    static ArchRule coreIsPureJdk() {
        return classes()
                .that(that("belong to drift-core", House::isCore))
                .should(notDepend("depend on the JDK only", (from, to) -> !isJdk(to) && !House.isCore(to)));
    }

    static ArchRule adaptersAreStrangers() {
        return classes()
                .that(that("belong to an adapter", type -> House.ADAPTERS.contains(House.partOf(type))))
                .should(notDepend("not know another adapter", BoundaryRules::knowsAnotherAdapter));
    }

    static ArchRule nobodyKnowsTheCli() {
        return classes()
                .that(that("are ours, outside the command line", type -> House.isOurs(type) && !isCli(type)))
                .should(notDepend("not depend on the command line", (from, to) -> isCli(to)));
    }

    static ArchRule noAwsSdkOutsideDriftAws() {
        return classes()
                .that(that("are outside drift-aws", type -> !House.partOf(type).equals("aws")))
                .should(notDepend(
                        "not use the AWS SDK", (from, to) -> to.getName().startsWith("software.amazon.")));
    }

    /** A type that callers can see speaks of the JDK and of us: a library behind it can be replaced. */
    static ArchRule noVendorTypeInPublicSignatures() {
        return classes()
                .that(that("are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .should(complain("show no type of OkHttp, Jackson, gRPC or AWS", BoundaryRules::shownVendors));
    }

    private static boolean isJdk(JavaClass type) {
        return type.isPrimitive()
                || type.getName().startsWith("java.")
                || type.getName().startsWith("org.jspecify.annotations.");
    }

    private static boolean isCli(JavaClass type) {
        return House.partOf(type).equals("cli");
    }

    private static boolean knowsAnotherAdapter(JavaClass from, JavaClass to) {
        return House.ADAPTERS.contains(House.partOf(to)) && !House.partOf(to).equals(House.partOf(from));
    }

    private static List<String> shownVendors(JavaClass type) {
        List<String> shown = new ArrayList<>();
        type.getSuperclass().ifPresent(parent -> report(shown, type.getName(), "extends", parent));
        type.getInterfaces().forEach(parent -> report(shown, type.getName(), "implements", parent));
        type.getFields().stream()
                .filter(field -> isVisible(field.getModifiers()))
                .forEach(field -> report(shown, field.getFullName(), "is of", field.getType()));
        type.getCodeUnits().stream()
                .filter(unit -> isVisible(unit.getModifiers()))
                .forEach(unit -> signature(unit).forEach(part -> report(shown, unit.getFullName(), "shows", part)));
        Stream.concat(Stream.of(type), type.getMembers().stream().filter(member -> isVisible(member.getModifiers())))
                .flatMap(annotated -> annotated.getAnnotations().stream())
                .forEach(annotation -> report(shown, type.getName(), "is annotated with", annotation.getRawType()));
        return shown;
    }

    private static Stream<JavaType> signature(JavaCodeUnit unit) {
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream().map(JavaType.class::cast))
                .flatMap(parts -> parts);
    }

    private static void report(List<String> shown, String who, String how, JavaType what) {
        what.getAllInvolvedRawTypes().stream()
                .filter(raw -> VENDORS.stream().anyMatch(raw.getName()::startsWith))
                .forEach(raw -> shown.add(who + " " + how + " " + raw.getName()));
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
