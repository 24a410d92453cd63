package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.Ownership;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Ownership} keeps. Values are written as JSON. */
public abstract class OwnershipContract {

    /** The ownership of an attribute. */
    protected abstract Ownership ownership();

    /** The live value of the attribute, all of which the sibling accounts for. */
    protected abstract String attribute();

    /** The type of a sibling that owns parts of the attribute. */
    protected abstract String siblingType();

    /** A sibling of that type that belongs to the owner. */
    protected abstract String sibling();

    /** The object that the attribute is of. */
    protected abstract String owner();

    /** Another object of the same type, to which the sibling does not belong. */
    protected abstract String stranger();

    @Test
    void siblingClaimsThePartsItAccountsFor() {
        assertThat(ownership().parts(Json.read(attribute()))).isNotEmpty();
        assertThat(claims(siblingType(), owner())).containsAll(ownership().parts(Json.read(attribute())));
    }

    @Test
    void siblingOfAnotherTypeClaimsNothing() {
        assertThat(claims("aws_unheard_of", owner())).isEmpty();
    }

    @Test
    void siblingOfAnotherObjectClaimsNothing() {
        assertThat(claims(siblingType(), stranger())).isEmpty();
    }

    @Test
    void attributeThatHoldsNothingHasNoParts() {
        assertThat(ownership().parts(Value.ofNull())).isEmpty();
        assertThat(ownership().parts(Value.of(List.of()))).isEmpty();
    }

    @Test
    void attributeThatCannotBeSplitIsOnePart() {
        if (ownership().isWhole()) {
            assertThat(ownership().parts(Json.read(attribute()))).hasSize(1);
        } else {
            assertThat(ownership().parts(Value.of(List.of(Value.of("one"), Value.of("other")))))
                    .hasSizeGreaterThan(1);
        }
    }

    private List<Value> claims(String type, String of) {
        return ownership().claims(type, Json.read(sibling()), Json.read(of));
    }
}
