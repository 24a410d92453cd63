package dev.drift.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule about classes is red, and names the offender, on a house built to break it. */
class HouseRulesBiteTest {

    private static final String MODULE = "extends com.google.inject.AbstractModule";

    private GeneratedHouse house;
    private JavaClasses compiled;

    @BeforeEach
    void startWithTwoInnocentRooms(@TempDir Path folder) throws IOException {
        house = GeneratedHouse.in(folder)
                .with("drift-core", "dev.drift.stack.Stack", "public record Stack(String path) {}")
                .with("drift-core", "dev.drift.report.Report", "public record Report(dev.drift.stack.Stack stack) {}");
    }

    @Test
    void corridorIsRedWhenARoomLooksAhead() throws IOException {
        house.with("drift-core", "dev.drift.stack.Ahead", "class Ahead { dev.drift.report.Report report; }");
        assertRed(CorridorRules.corridor(), "dev.drift.stack.Ahead.report");
    }

    @Test
    void corridorIsRedWhenTheLookAheadIsOnlyAnArrayOrAGenericArgument() throws IOException {
        house.with(
                "drift-core",
                "dev.drift.stack.Ahead",
                "class Ahead { java.util.List<dev.drift.report.Report> listed; dev.drift.report.Report[] lined; }");
        assertRed(CorridorRules.corridor(), "dev.drift.stack.Ahead.listed", "dev.drift.stack.Ahead.lined");
    }

    @Test
    void frontDoorIsRedWhenARoomOrAnAdapterOpensIt() throws IOException {
        house.with("drift-core", "dev.drift.Drift", "public class Drift {}")
                .with("drift-core", "dev.drift.sink.Sink", "class Sink { dev.drift.Drift door; }")
                .with("drift-aws", "dev.drift.aws.Opener", "class Opener { dev.drift.Drift door; }");
        assertRed(CorridorRules.frontDoorIsOpenedByNone(), "dev.drift.sink.Sink.door", "dev.drift.aws.Opener.door");
    }

    @Test
    void placeIsRedForAnUnknownRoomAndForARoomInTheWrongModule() throws IOException {
        house.with("drift-core", "dev.drift.attic.Box", "class Box {}")
                .with("drift-terramate", "dev.drift.stack.Lodger", "class Lodger {}");
        assertRed(CorridorRules.everythingHasItsPlace(), "dev.drift.attic.Box", "dev.drift.stack.Lodger");
    }

    @Test
    void cyclesAreRed() throws IOException {
        house.with(
                        "drift-terramate",
                        "dev.drift.terramate.Here",
                        "public class Here { dev.drift.terramate.hcl.There there; }")
                .with(
                        "drift-terramate",
                        "dev.drift.terramate.hcl.There",
                        "public class There { dev.drift.terramate.Here here; }");
        assertRed(CorridorRules.noCycles(), "dev.drift.terramate.hcl");
    }

    @Test
    void pureCoreIsRedWhenItMeetsALibrary() throws IOException {
        house.with(
                "drift-core",
                "dev.drift.catalog.Mapped",
                "class Mapped { com.fasterxml.jackson.databind.JsonNode node; javax.xml.parsers.SAXParser parser; }");
        assertRed(BoundaryRules.coreIsPureJdk(), "JsonNode", "javax.xml.parsers.SAXParser");
    }

    @Test
    void strangersAreRedWhenOneAdapterKnowsAnother() throws IOException {
        house.with("drift-aws", "dev.drift.aws.Rules", "public class Rules {}")
                .with("drift-github", "dev.drift.github.Friend", "class Friend { dev.drift.aws.Rules rules; }");
        assertRed(BoundaryRules.adaptersAreStrangers(), "dev.drift.github.Friend");
    }

    @Test
    void cliIsRedWhenAnybodyKnowsIt() throws IOException {
        house.with("drift-cli", "dev.drift.cli.ExitCode", "public enum ExitCode { FINE }")
                .with("drift-core", "dev.drift.sink.Knower", "class Knower { dev.drift.cli.ExitCode code; }")
                .with("drift-aws", "dev.drift.aws.Knower", "class Knower { dev.drift.cli.ExitCode code; }");
        assertRed(BoundaryRules.nobodyKnowsTheCli(), "dev.drift.sink.Knower", "dev.drift.aws.Knower");
    }

    @Test
    void awsSdkIsRedOutsideDriftAws() throws IOException {
        String body = "{ Object region = software.amazon.awssdk.regions.Region.EU_CENTRAL_1; }";
        house.with("drift-cli", "dev.drift.cli.Regions", "class Regions " + body)
                .with("drift-aws", "dev.drift.aws.Allowed", "class Allowed " + body);
        assertRed(BoundaryRules.noAwsSdkOutsideDriftAws(), "dev.drift.cli.Regions");
        assertSilentAbout(BoundaryRules.noAwsSdkOutsideDriftAws(), "dev.drift.aws.Allowed");
    }

    @Test
    void vendorTypesAreRedInSignaturesAndFineInside() throws IOException {
        String node = "com.fasterxml.jackson.databind.JsonNode";
        house.with(
                "drift-terramate",
                "dev.drift.terramate.Shown",
                "public class Shown { private " + node + " hidden; protected " + node + " field;"
                        + " public java.util.Optional<" + node + "> answer() { return null; }"
                        + " public void asked(" + node
                        + " node) throws com.fasterxml.jackson.core.JacksonException {} }");
        ArchRule rule = BoundaryRules.noVendorTypeInPublicSignatures();
        assertRed(rule, "Shown.field", "Shown.answer()", "Shown.asked(", "JacksonException");
        assertSilentAbout(rule, "hidden");
    }

    @Test
    void guiceIsRedOutsideModulesAndInASecondCompositionRoot() throws IOException {
        String body = "{ com.google.inject.Injector injector; }";
        house.with("drift-aws", "dev.drift.aws.Loose", "class Loose " + body)
                .with("drift-aws", "dev.drift.aws.AwsModule", "class AwsModule " + body)
                .with("drift-cli", "dev.drift.cli.wiring.Wiring", "class Wiring " + body)
                .with("drift-cli", "dev.drift.cli.wiring.Second", "class Second " + body);
        assertRed(GuiceRules.guiceOnlyInModules(), "dev.drift.aws.Loose");
        assertSilentAbout(GuiceRules.guiceOnlyInModules(), "AwsModule");
        assertThat(GuiceRules.compositionRoots(classes()))
                .containsExactly("dev.drift.cli.wiring.Second", "dev.drift.cli.wiring.Wiring");
    }

    @Test
    void modulesAreRedWithoutTheStrictSwitches() throws IOException {
        house.with("drift-aws", "dev.drift.aws.LaxModule", "public class LaxModule " + MODULE + " {}")
                .with(
                        "drift-aws",
                        "dev.drift.aws.StrictModule",
                        "public class StrictModule " + MODULE + " { protected void configure() {"
                                + " binder().requireExplicitBindings(); binder().disableCircularProxies();"
                                + " binder().requireExactBindingAnnotations(); } }");
        ArchRule rule = GuiceRules.modulesAreStrict();
        assertRed(
                rule,
                "LaxModule does not call requireExplicitBindings",
                "LaxModule does not call disableCircularProxies");
        assertSilentAbout(rule, "StrictModule");
        assertThat(GuiceRules.modulesOf("aws", classes())).hasSize(2);
    }

    @Test
    void portsAreRedWithThreeMethodsUnlessSealed() throws IOException {
        house.with("drift-core", "dev.drift.sink.Small", "public interface Small { void one(); void two(); }")
                .with("drift-core", "dev.drift.sink.Large", "public interface Large extends Small { void three(); }")
                .with(
                        "drift-core",
                        "dev.drift.sink.Sum",
                        "public sealed interface Sum { int a(); int b(); int c();"
                                + " record Only(int a, int b, int c) implements Sum {} }");
        assertRed(PortRules.portsAreSmall(), "dev.drift.sink.Large asks for");
        assertSilentAbout(PortRules.portsAreSmall(), "Small asks", "Sum");
    }

    @Test
    void contractsAreRedWhenMissingOrNotExtended() throws IOException {
        house.with("drift-core", "dev.drift.sink.Lonely", "public interface Lonely { void go(); }")
                .with("drift-core", "dev.drift.sink.Port", "public interface Port { void go(); }")
                .with(
                        "drift-aws",
                        "dev.drift.aws.Good",
                        "class Good implements dev.drift.sink.Port { public void go() {} }")
                .with(
                        "drift-aws",
                        "dev.drift.aws.Bad",
                        "class Bad implements dev.drift.sink.Port { public void go() {} }")
                .withTest(
                        "drift-core",
                        "dev.drift.testing.PortContract",
                        "public abstract class PortContract { protected abstract dev.drift.sink.Port port(); }")
                .withTest(
                        "drift-aws",
                        "dev.drift.aws.GoodTest",
                        "class GoodTest extends dev.drift.testing.PortContract {"
                                + " protected dev.drift.sink.Port port() { return new Good(); } }");
        House built = house.build();
        assertThat(PortRules.unexamined(built.classes(), built.testClasses()))
                .containsExactlyInAnyOrder(
                        "dev.drift.sink.Lonely has no contract test dev.drift.testing.LonelyContract",
                        "dev.drift.aws.Bad is examined by no dev.drift.testing.PortContract");
    }

    private void assertRed(ArchRule rule, String... offenders) throws IOException {
        assertThat(rule.evaluate(classes()).getFailureReport().toString()).contains(offenders);
    }

    private void assertSilentAbout(ArchRule rule, String... innocents) throws IOException {
        assertThat(rule.evaluate(classes()).getFailureReport().toString()).doesNotContain(innocents);
    }

    private JavaClasses classes() throws IOException {
        if (compiled == null) {
            compiled = house.build().classes();
        }
        return compiled;
    }
}
