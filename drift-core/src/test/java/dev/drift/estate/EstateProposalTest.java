package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstateProposalTest {

    @Test
    void findsEnvironmentsAndRegionsInTheTagsAndSaysWhatItGuessed() {
        EstateProposal proposal = EstateProposal.of(List.of(
                Stacks.stack("/a", "environment/dev", "region/us-east-1"),
                Stacks.stack("/b", "Environment/Prod", "region/eu-west-1"),
                Stacks.stack("/c", "environment/prod", "region/eu-central-1"),
                Stacks.stack("/d", "environment/prod"),
                Stacks.stack("/e", "environment/stage"),
                Stacks.stack("/tools", "region/eu-west-1")));

        assertThat(proposal.estate().cells(List.of()))
                .map(Cell::toString)
                .containsExactly("prod/eu-central-1", "prod/eu-west-1", "dev/us-east-1");
        assertThat(proposal.estate().environments())
                .map(environment -> environment.environment() + " " + environment.select() + " "
                        + environment.means().parallelism().stacks() + " "
                        + environment.rhythm().schedule().orElseThrow() + " "
                        + environment.rhythm().freshness().orElseThrow())
                .containsExactly(
                        "prod environment:prod 12 0 */6 * * * 6h",
                        "dev environment:dev 4 0 2 * * 1,3,5 72h",
                        "stage environment:stage 5 0 3 * * * 24h");
        assertThat(proposal.remarks())
                .contains(
                        "Environments are the values of the tag environment: prod, dev, stage",
                        "prod: 3 stacks in eu-central-1, eu-west-1; 1 of them without a region",
                        "stage: 1 stack, 1 of them without a region",
                        "In no environment, and so in the cell unassigned: 1 stack, /tools");
        assertThat(proposal.estate().problems()).isEmpty();
    }

    @Test
    void takesAnotherKeyWhereStacksCarryThatOne() {
        EstateProposal proposal = EstateProposal.of(List.of(Stacks.stack("/a", "env/qa")));

        assertThat(proposal.estate().environments().get(0).select()).hasToString("env:qa");
    }

    @Test
    void definesNothingWhereNothingIsTagged() {
        EstateProposal proposal = EstateProposal.of(List.of(Stacks.stack("/a", "web")));

        assertThat(proposal.estate()).isEqualTo(EstateDefinition.UNDEFINED);
        assertThat(proposal.remarks()).singleElement().asString().contains("environment/prod");
    }
}
