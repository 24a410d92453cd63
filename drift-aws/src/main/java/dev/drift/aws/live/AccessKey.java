package dev.drift.aws.live;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The id of an access key. Those made since 2019 carry the number of their account, which stays while keys come and go; STS tells
 * the same by {@code GetAccessKeyInfo}. Of others, the id itself has to do.
 */
record AccessKey(String id) {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern WITH_ACCOUNT = Pattern.compile("A(?:KIA|SIA)[Q-Z2-7][A-Z2-7]{15}");
    private static final int PREFIX = 4;
    /** Ten characters of five bits; the first bit says something else, and what follows the account too. */
    private static final int CHARACTERS = 10;

    private static final int ACCOUNT_BITS = 40;
    private static final int BEHIND = CHARACTERS * 5 - 1 - ACCOUNT_BITS;

    /** The account, or the id where it does not tell. */
    String owner() {
        if (!WITH_ACCOUNT.matcher(id).matches()) {
            return id;
        }
        BigInteger bits = BigInteger.ZERO;
        for (int at = PREFIX; at < PREFIX + CHARACTERS; at++) {
            bits = bits.shiftLeft(5).add(BigInteger.valueOf(DIGITS.indexOf(id.charAt(at))));
        }
        BigInteger account = bits.shiftRight(BEHIND).mod(BigInteger.ONE.shiftLeft(ACCOUNT_BITS));
        return "%012d".formatted(account);
    }

    /** Who knows an id knows half of what a key is. */
    @Override
    public String toString() {
        return "access key";
    }
}
