package dev.drift.aws.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyTest {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** A pair that is told in public, to show how the account is found. */
    @Test
    void tellsItsAccount() {
        assertThat(new AccessKey("ASIAQNZGKIQY56JQ7WML").owner()).isEqualTo("029608264753");
    }

    @Test
    void keysOfOneAccountHaveOneOwner() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            long account = random.nextLong(1_000_000_000_000L);
            assertThat(new AccessKey(key("AKIA", account, random)).owner()).isEqualTo("%012d".formatted(account));
            assertThat(new AccessKey(key("ASIA", account, random)).owner()).isEqualTo("%012d".formatted(account));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "test", "AKIAIOSFODNN7EXAMPLE", "AKIAqnzgkiqy56jq7wml"})
    void anyOtherKeyStandsForItself(String id) {
        assertThat(new AccessKey(id).owner()).isEqualTo(id);
    }

    private static String key(String prefix, long account, Random random) {
        BigInteger bits = BigInteger.ONE
                .shiftLeft(79)
                .or(BigInteger.valueOf(account).shiftLeft(39))
                .or(new BigInteger(39, random));
        StringBuilder id = new StringBuilder(prefix);
        for (int at = 15; at >= 0; at--) {
            id.append(DIGITS.charAt(bits.shiftRight(at * 5).intValue() & 31));
        }
        return id.toString();
    }
}
