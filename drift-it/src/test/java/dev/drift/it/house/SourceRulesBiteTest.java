package dev.drift.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule about sources is red on the smallest file that breaks it and silent on the largest that does not. */
class SourceRulesBiteTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreRedFromLine301() throws IOException {
        assertRed(SourceRules::longFiles, "class A {" + "\n".repeat(300) + "}", "A.java has 301 lines");
        assertSilent(SourceRules::longFiles, "class A {" + "\n".repeat(299) + "}");
    }

    @Test
    void methodsConstructorsAndInitialisersAreRedFromLine41() throws IOException {
        String long41 = "{" + "\n".repeat(40) + "}";
        assertRed(SourceRules::longMethods, "class A { void run() " + long41 + " }", "A.java:1 run has 41 lines");
        assertRed(SourceRules::longMethods, "class A { A() " + long41 + " }", "<init> has 41 lines");
        assertRed(SourceRules::longMethods, "class A { static " + long41 + " }", "initialiser has 41 lines");
        assertRed(
                SourceRules::longMethods,
                "class A { Object b = new Object() { void run() " + long41 + " }; }",
                "run has");
        assertSilent(SourceRules::longMethods, "class A { void run() {" + "\n".repeat(39) + "} }");
        assertSilent(
                SourceRules::longMethods,
                "class A { @Deprecated(since = " + "\n".repeat(40) + "\"1\") void run() {} }");
    }

    @Test
    void constructorsAndRecordsAreRedFromSevenParts() throws IOException {
        String seven = "(int a, int b, int c, int d, int e, int f, int g)";
        assertRed(SourceRules::wideConstructors, "record A" + seven + " {}", "A has 7 components");
        assertRed(SourceRules::wideConstructors, "class A { A" + seven + " {} }", "constructor takes 7 parameters");
        assertRed(SourceRules::wideConstructors, "class A { record B" + seven + " {} }", "B has 7 components");
        assertSilent(
                SourceRules::wideConstructors,
                "record A(int a, int b, int c, int d, int e, int f) { static final int G = 7; void h" + seven
                        + " {} }");
    }

    @Test
    void namesThatSayNothingAreRed() throws IOException {
        for (String name : List.of("StackManager", "StringUtils", "PlanHelper", "ProbeImpl", "JsonUtil", "Common")) {
            assertRed(SourceRules::emptyNames, "class A { interface " + name + " {} }", name + " says nothing");
        }
        assertSilent(SourceRules::emptyNames, "class Implementation { class Utility {} }");
    }

    @Test
    void starImportsAndTheOtherStackAreRed() throws IOException {
        assertRed(SourceRules::bannedImports, "import java.util.*; class A {}", "imports java.util.*");
        assertRed(SourceRules::bannedImports, "import static java.lang.Math.*; class A {}", "imports java.lang.Math.*");
        assertRed(SourceRules::bannedImports, "import java.util.Stack; class A {}", "imports java.util.Stack");
        assertSilent(SourceRules::bannedImports, "import java.util.List; class A {}");
    }

    @Test
    void publicTypesWithoutJavadocAreRed() throws IOException {
        assertRed(SourceRules::undocumentedTypes, "/* Only a comment. */ public class A {}", "A has no Javadoc");
        assertSilent(SourceRules::undocumentedTypes, "/** Says what it is. */ public class A {}");
    }

    @Test
    void unfinishedWorkIsRed() throws IOException {
        assertRed(SourceRules::unfinishedWork, "class A { } // TO" + "DO: the rest", "A.java holds unfinished work");
        assertRed(
                SourceRules::unfinishedWork,
                "class A { void b() { throw new Unsupported" + "OperationException(); } }",
                "A.java holds unfinished work");
        assertSilent(SourceRules::unfinishedWork, "class A { }");
    }

    @Test
    void packagesAreRedWithoutMarkOrParagraph() throws IOException {
        assertRed(SourceRules::unmarkedPackages, "class A {}", "has no package-info");
        Path info = folder.resolve("package-info.java");
        Files.writeString(info, "/** Says why. */\npackage a;");
        assertThat(complaints(SourceRules::unmarkedPackages, "class A {}")).hasSize(1);
        Files.writeString(info, "@NullMarked package a;");
        assertThat(complaints(SourceRules::unmarkedPackages, "class A {}")).hasSize(1);
        Files.writeString(info, "/** Says why. */\n@NullMarked package a;");
        assertSilent(SourceRules::unmarkedPackages, "class A {}");
    }

    private void assertRed(Function<List<SourceFile>, List<String>> rule, String source, String complaint)
            throws IOException {
        assertThat(complaints(rule, source)).singleElement().asString().contains(complaint);
    }

    private void assertSilent(Function<List<SourceFile>, List<String>> rule, String source) throws IOException {
        assertThat(complaints(rule, source)).isEmpty();
    }

    private List<String> complaints(Function<List<SourceFile>, List<String>> rule, String source) throws IOException {
        Path file = folder.resolve("A.java");
        Files.writeString(file, source);
        Path info = folder.resolve("package-info.java");
        return rule.apply(SourceFile.parse(Files.exists(info) ? List.of(file, info) : List.of(file)));
    }
}
