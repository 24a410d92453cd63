package dev.drift.aws.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policy documents that people copy, and the page that explains them. */
class PermissionsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]*\\*?");
    /** What a role that looks may be allowed, in full: no other verb reads only, and no wildcard stays what it is. */
    private static final Set<String> HARMLESS = Set.of(
            "sts:AssumeRole",
            "sts:AssumeRoleWithWebIdentity",
            "sts:TagSession",
            "s3:ListBucket",
            "s3:GetObject",
            "s3:GetObjectVersion",
            "kms:Decrypt",
            "dynamodb:GetItem");

    private static final int LONGEST_POLICY = 6144;
    private static final int LONGEST_TRUST = 2048;

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("iam"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void thereAreDocumentsAndThePageNamesEachOfThem() throws IOException {
        assertThat(documents())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(file -> assertThat(page()).contains("(iam/" + file.getFileName() + ")"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyStatementIsNamedAndSaysWhatItIsAbout(Path document) {
        assertThat(Json.read(text(document)).field("Version").text()).contains("2012-10-17");
        assertThat(statements(document)).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.field("Sid").text())
                    .hasValueSatisfying(sid -> assertThat(sid).matches("[A-Za-z0-9]+"));
            assertThat(statement.field("Effect").text())
                    .hasValueSatisfying(effect -> assertThat(effect).isIn("Allow", "Deny"));
            assertThat(actions(statement)).isNotEmpty().doesNotHaveDuplicates();
        });
        assertThat(statements(document)).extracting(PermissionsTest::sid).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyActionIsSpelledAsServiceAndVerb(Path document) {
        assertThat(statements(document)).flatMap(PermissionsTest::actions).allMatch(ACTION.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingIsAllowedThatCouldWrite(Path document) {
        assertThat(statements(document).stream()
                        .filter(statement -> statement.field("Effect").text().equals(Optional.of("Allow"))))
                .allSatisfy(statement -> {
                    assertThat(HARMLESS).containsAll(actions(statement));
                    assertThat(statement.field("NotAction").isNull()).isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentFitsIntoOnePolicy(Path document) {
        boolean trust = document.getFileName().toString().contains("-trust");

        assertThat(text(document).replaceAll("\\s", "")).hasSizeLessThan(trust ? LONGEST_TRUST : LONGEST_POLICY);
    }

    @Test
    void jobsAreTrustedByTheirExactSubject() {
        Value condition = statements(DOCS.resolve("iam/drift-role-trust.json"))
                .get(0)
                .field("Condition")
                .field("StringEquals");

        assertThat(condition.field("token.actions.githubusercontent.com:aud").text())
                .contains(Identity.GitHub.AUDIENCE);
        assertThat(strings(condition.field("token.actions.githubusercontent.com:sub")))
                .isNotEmpty()
                .noneMatch(subject -> subject.contains("*"));
    }

    @Test
    void whatIsDeniedLeavesTheStatesAndTheirLocksReadable() {
        List<Value> limits = statements(DOCS.resolve("iam/drift-role-limits.json"));
        for (Value allowed : statements(DOCS.resolve("iam/drift-role-state.json"))) {
            for (String resource : strings(allowed.field("Resource"))) {
                assertThat(limits)
                        .filteredOn(denied -> actions(denied).stream().anyMatch(actions(allowed)::contains))
                        .allSatisfy(denied -> assertThat(strings(denied.field("NotResource")))
                                .anyMatch(spared -> resource.startsWith(spared.replace("*", ""))));
            }
        }
    }

    @Test
    void dataAndWritesAreDenied() {
        assertThat(statements(DOCS.resolve("iam/drift-role-limits.json")))
                .flatMap(PermissionsTest::actions)
                .contains("s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter", "dynamodb:GetItem")
                .contains("s3:Put*", "s3:Delete*", "dynamodb:Put*", "iam:Create*", "iam:PassRole", "ec2:Authorize*");
    }

    @Test
    void thePageExplainsEveryDenialOfData() {
        assertThat(statements(DOCS.resolve("iam/drift-role-limits.json")))
                .extracting(PermissionsTest::sid)
                .filteredOn(sid -> !sid.equals("DenyWrites"))
                .allSatisfy(sid -> assertThat(page()).contains("`" + sid + "`"));
    }

    private static List<Value> statements(Path document) {
        return Json.read(text(document)).field("Statement").items();
    }

    private static String sid(Value statement) {
        return statement.field("Sid").text().orElse("");
    }

    private static List<String> actions(Value statement) {
        return strings(statement.field("Action"));
    }

    private static List<String> strings(Value value) {
        return Stream.concat(value.text().stream(), value.items().stream().flatMap(item -> item.text().stream()))
                .toList();
    }

    private static String page() {
        return text(DOCS.resolve("permissions.md"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
