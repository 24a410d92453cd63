package dev.drift.it.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Design 3, applied to the classes and sources of this checkout. */
class HouseRulesTest {

    private static final House HOUSE = House.checkout();
    private static final JavaClasses CLASSES = HOUSE.classes();
    private static final List<SourceFile> SOURCES = SourceFile.parse(HOUSE.mainSources());
    private static final List<SourceFile> ALL_SOURCES = allSources();

    @Test
    void theHouseIsThere() {
        Collection<String> rooms = new ArrayList<>(House.ROOMS);
        rooms.removeAll(House.LATER_ROOMS);
        Collection<String> adapters = new ArrayList<>(House.ADAPTERS);
        adapters.removeAll(House.LATER_ADAPTERS);

        assertThat(CLASSES.stream().filter(House::isCore).map(House::partOf)).containsAll(rooms);
        assertThat(CLASSES.stream().map(House::partOf)).containsAll(adapters).contains("cli");
        assertThat(SOURCES).hasSameSizeAs(HOUSE.mainSources()).isNotEmpty();
    }

    @Test
    void everythingHasItsPlace() {
        CorridorRules.everythingHasItsPlace().check(CLASSES);
    }

    @Test
    void roomsImportOnlyRoomsStandingBeforeThem() {
        CorridorRules.corridor().check(CLASSES);
    }

    @Test
    void frontDoorIsOpenedByNone() {
        CorridorRules.frontDoorIsOpenedByNone().check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        CorridorRules.noCycles().check(CLASSES);
    }

    @Test
    void coreIsPureJdk() {
        BoundaryRules.coreIsPureJdk().check(CLASSES);
    }

    @Test
    void adaptersAreStrangers() {
        BoundaryRules.adaptersAreStrangers().check(CLASSES);
    }

    @Test
    void nobodyKnowsTheCli() {
        BoundaryRules.nobodyKnowsTheCli().check(CLASSES);
    }

    @Test
    void noAwsSdkOutsideDriftAws() {
        BoundaryRules.noAwsSdkOutsideDriftAws().check(CLASSES);
    }

    @Test
    void noVendorTypeInPublicSignatures() {
        BoundaryRules.noVendorTypeInPublicSignatures().check(CLASSES);
    }

    @Test
    void guiceOnlyInModules() {
        GuiceRules.guiceOnlyInModules().check(CLASSES);
        assertThat(GuiceRules.compositionRoots(CLASSES)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void everyAdapterHasOneModule() {
        assertThat(House.ADAPTERS)
                .filteredOn(adapter -> !House.LATER_ADAPTERS.contains(adapter))
                .allSatisfy(adapter ->
                        assertThat(GuiceRules.modulesOf(adapter, CLASSES)).hasSize(1));
    }

    @Test
    void modulesAreStrict() {
        GuiceRules.modulesAreStrict().check(CLASSES);
    }

    @Test
    void portsAreSmall() {
        PortRules.portsAreSmall().check(CLASSES);
    }

    @Test
    void everyPortAndEveryImplementationIsExaminedByAContract() {
        assertThat(PortRules.ports(CLASSES).stream().map(JavaClass::getSimpleName))
                .contains("StackCatalog", "DriftProbe", "EnvironmentSource", "DetectionListener")
                .contains("ReportHistory", "ReportSink");
        assertThat(PortRules.unexamined(CLASSES, HOUSE.testClasses())).isEmpty();
    }

    @Test
    void filesAndMethodsAreShort() {
        assertThat(SourceRules.longFiles(ALL_SOURCES)).isEmpty();
        assertThat(SourceRules.longMethods(ALL_SOURCES)).isEmpty();
    }

    @Test
    void constructorsAndRecordsAreNarrow() {
        assertThat(SourceRules.wideConstructors(SOURCES)).isEmpty();
    }

    @Test
    void namesSaySomething() {
        assertThat(SourceRules.emptyNames(ALL_SOURCES)).isEmpty();
    }

    @Test
    void importsAreSingleAndNeverTheOtherStack() {
        assertThat(SourceRules.bannedImports(ALL_SOURCES)).isEmpty();
    }

    @Test
    void publicTypesAreDocumented() {
        assertThat(SourceRules.undocumentedTypes(SOURCES)).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertThat(SourceRules.unfinishedWork(SOURCES)).isEmpty();
    }

    @Test
    void packagesAreMarkedAndDescribed() {
        assertThat(SourceRules.unmarkedPackages(SOURCES)).isEmpty();
    }

    @Test
    void adaptersThatComeLaterAreNotInTheReactorYet() {
        assertThat(House.LATER_ADAPTERS.stream()
                        .map(adapter -> HOUSE.root().resolve("drift-" + adapter))
                        .filter(Files::exists)
                        .map(Path::getFileName))
                .isEmpty();
    }

    @Test
    void figuresArePrinted() {
        String figures = HouseFigures.of(SOURCES, CLASSES);
        System.out.println(figures);
        assertThat(figures).contains("median", "stack=");
    }

    private static List<SourceFile> allSources() {
        List<Path> files = new ArrayList<>(HOUSE.mainSources());
        files.addAll(HOUSE.testSources());
        return SourceFile.parse(files);
    }
}
