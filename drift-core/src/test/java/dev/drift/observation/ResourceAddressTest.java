package dev.drift.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Marks;
import dev.drift.value.Value;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        aws_vpc.this                                | aws_vpc.this
        aws_vpc.this[0]                             | aws_vpc.this
        module.web["a"].aws_ecs_service.this[0]     | module.web.aws_ecs_service.this
        module.web["a].b[\\"x"].aws_vpc.this        | module.web.aws_vpc.this
        module.a["]"].module.b[1].aws_vpc.c["[\\\\"] | module.a.module.b.aws_vpc.c
        """)
    void isDeclaredWithoutIndices(String address, String configuration) {
        assertThat(ResourceAddress.of(address, "any").configurationAddress()).isEqualTo(configuration);
    }

    @Test
    void aDeposedObjectStandsBehindTheCurrentOne() {
        ResourceAddress current = ResourceAddress.of("aws_vpc.a", "aws_vpc");
        ResourceAddress deposed = new ResourceAddress("aws_vpc.a", "aws_vpc", Optional.of("00ff00ff"));
        ResourceAddress next = ResourceAddress.of("aws_vpc.b", "aws_vpc");

        assertThat(Stream.of(next, deposed, current).sorted()).containsExactly(current, deposed, next);
        assertThat(deposed).hasToString("aws_vpc.a (deposed 00ff00ff)");
    }

    @Test
    void clearValuesAreNotPrinted() {
        Snapshot snapshot = new Snapshot(Value.of("hunter2"), Marks.NONE);
        Sibling sibling = new Sibling(ResourceAddress.of("aws_vpc.a", "aws_vpc"), Value.of("hunter2"));

        assertThat(snapshot + " " + sibling + " " + Snapshot.ABSENT).isEqualTo("present aws_vpc.a absent");
    }
}
