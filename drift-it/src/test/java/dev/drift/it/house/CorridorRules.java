package dev.drift.it.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.drift.it.house.Conditions.complain;
import static dev.drift.it.house.Conditions.notDepend;
import static dev.drift.it.house.Conditions.that;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may look at whom inside drift-core, and that no two packages look at each other. */
final class CorridorRules {

    private CorridorRules() {}

    /** A room imports only rooms that stand before it in the picture of design 3. */
    static ArchRule corridor() {
        return classes()
                .that(that("stand in a room of drift-core", type -> House.ROOMS.contains(House.partOf(type))))
                .should(notDepend("depend only on rooms standing before their own", CorridorRules::looksAhead));
    }

    /** Drift, DriftRun and RunResult open every room and are opened by none, nor by an adapter. */
    static ArchRule frontDoorIsOpenedByNone() {
        return classes()
                .that(that("are behind the front door", CorridorRules::isBehindTheDoor))
                .should(notDepend("not depend on the front door", (from, to) -> House.isFrontDoor(to)));
    }

    /** Every class stands in a room of the picture, and in the module that holds this room. */
    static ArchRule everythingHasItsPlace() {
        return classes()
                .that(that("are ours", House::isOurs))
                .should(complain("stand in a room of their module", CorridorRules::misplaced));
    }

    static ArchRule noCycles() {
        return slices().matching("(dev.drift..)").should().beFreeOfCycles();
    }

    private static boolean looksAhead(JavaClass from, JavaClass to) {
        return House.ROOMS.indexOf(House.partOf(to)) > House.ROOMS.indexOf(House.partOf(from));
    }

    private static boolean isBehindTheDoor(JavaClass type) {
        return House.ROOMS.contains(House.partOf(type)) || House.ADAPTERS.contains(House.partOf(type));
    }

    private static List<String> misplaced(JavaClass type) {
        String module = House.moduleOf(type);
        String expected = House.isCore(type) ? "drift-core" : "drift-" + House.partOf(type);
        return module.equals(expected)
                ? List.of()
                : List.of(type.getName() + " stands in " + module + ", its package belongs to "
                        + (House.PUBLISHED.contains(expected) ? expected : "no room of the house"));
    }
}
