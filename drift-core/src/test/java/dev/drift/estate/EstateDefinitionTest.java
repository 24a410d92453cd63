package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.config.Problem;
import dev.drift.stack.Selector;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstateDefinitionTest {

    private static final EstateDefinition ESTATE = new EstateDefinition(
            List.of(defined("prod", "stage:live", "eu-central-1", "eu-west-1"), defined("dev", "environment:dev")),
            new Parallelism(5),
            List.of());

    @Test
    void putsStacksIntoTheFirstEnvironmentThatSelectsThem() {
        assertThat(ESTATE.cellOf(Stacks.stack("/a", "stage/live", "region/eu-west-1")))
                .hasToString("prod/eu-west-1");
        assertThat(ESTATE.cellOf(Stacks.stack("/a", "stage/live", "environment/dev")))
                .hasToString("prod/global");
        assertThat(ESTATE.cellOf(Stacks.stack("/a", "environment/dev", "region/us-east-1")))
                .hasToString("dev/us-east-1");
        assertThat(ESTATE.cellOf(Stacks.stack("/a", "environment/prod", "region/eu-west-1")))
                .isEqualTo(Cell.UNASSIGNED);
    }

    @Test
    void takesTheTagsWhereNothingIsDefined() {
        assertThat(EstateDefinition.UNDEFINED.cellOf(Stacks.stack("/a", "environment/x", "region/y")))
                .hasToString("x/y");
        assertThat(EstateDefinition.UNDEFINED.of(Cell.UNASSIGNED)).isEmpty();
    }

    @Test
    void knowsTheCellsThatAreDefinedAndThoseThatOnlyStacksForm() {
        assertThat(ESTATE.cells(List.of(
                        Stacks.stack("/b", "lonely"),
                        Stacks.stack("/a", "stage/live"),
                        Stacks.stack("/c", "stage/live", "region/eu-west-1"))))
                .map(Cell::toString)
                .containsExactly("prod/eu-central-1", "prod/eu-west-1", "prod/global", "unassigned");
    }

    @Test
    void looksAtAsManyAsIsUsualForTheEnvironment() {
        assertThat(List.of("prod", "qa", "dev", "stage"))
                .map(name -> Means.usual(new Environment(name)).parallelism().stacks())
                .containsExactly(12, 8, 4, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Means(new Parallelism(1), Optional.of(Duration.ZERO), Optional.empty()));
    }

    @Test
    void refusesToTellFactsWhereTheyMayNotGo() {
        EstateDefinition estate = new EstateDefinition(
                List.of(bound("prod", "eu", "us-oncall", "eu-oncall", "chat"), bound("dev", "us", "us-oncall")),
                new Parallelism(5),
                List.of(
                        new Destination(Destination.Kind.ALERTS, "eu-oncall", Optional.of(new Residency("eu"))),
                        new Destination(Destination.Kind.ALERTS, "us-oncall", Optional.of(new Residency("us"))),
                        new Destination(Destination.Kind.ALERTS, "chat", Optional.empty()),
                        new Destination(Destination.Kind.AUDIT, "trail", Optional.of(new Residency("us")))));

        assertThat(estate.problems())
                .containsExactly(
                        Problem.at(
                                "environments.prod.alerts",
                                "The environment prod is bound to eu, and alerts \"us-oncall\" to us"),
                        Problem.at(
                                "environments.prod.alerts",
                                "The environment prod is bound to eu, and alerts \"chat\" to no residency"),
                        Problem.at(
                                "environments.prod.audit",
                                "The environment prod is bound to eu, and audit \"trail\" to us"));
    }

    @Test
    void namesOfCellsWithoutAnEnvironmentOrARegionAreTaken() {
        EstateDefinition estate = new EstateDefinition(
                List.of(defined("prod", "a", "eu-west-1", "Global"), defined("unassigned", "b")),
                new Parallelism(5),
                List.of());

        assertThat(estate.problems())
                .map(Problem::toString)
                .containsExactly(
                        "environments.prod.regions: The name global is that of stacks without a region, which need not be"
                                + " named",
                        "environments.unassigned: The name unassigned is that of stacks in no environment");
    }

    @Test
    void saysWhatIsNamedTwiceOrNotAtAll() {
        EstateDefinition estate = new EstateDefinition(
                List.of(
                        defined("prod", "a", "eu-west-1", "EU-west-1"),
                        defined("PROD", "b"),
                        bound("dev", "us", "us-oncal")),
                new Parallelism(5),
                List.of(new Destination(Destination.Kind.ALERTS, "us-oncall", Optional.empty())));

        assertThat(estate.problems())
                .map(Problem::toString)
                .containsExactly(
                        "environments.prod.regions: The region eu-west-1 is named twice",
                        "environments.prod: The environment prod is defined twice",
                        "environments.dev.alerts: There is no \"us-oncal\" below alerts; did you mean us-oncall?",
                        "environments.dev.audit: There is no \"trail\" below audit");
    }

    private static EnvironmentDefinition defined(String name, String select, String... regions) {
        EnvironmentDefinition usual = EnvironmentDefinition.usual(new Environment(name));
        return new EnvironmentDefinition(
                usual.environment(),
                Selector.parse(select),
                List.of(regions).stream().map(Region::new).toList(),
                usual.rhythm(),
                usual.means(),
                usual.duties());
    }

    private static EnvironmentDefinition bound(String name, String residency, String... alerts) {
        EnvironmentDefinition usual = defined(name, "environment:" + name);
        return new EnvironmentDefinition(
                usual.environment(),
                usual.select(),
                usual.regions(),
                usual.rhythm(),
                usual.means(),
                new Duties(Optional.of(new Residency(residency)), List.of(alerts), Optional.of("trail")));
    }
}
