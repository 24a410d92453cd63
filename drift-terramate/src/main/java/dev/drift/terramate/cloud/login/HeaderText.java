package dev.drift.terramate.cloud.login;

import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;

/** Refuses early what no header can carry: a library that meets it later might quote it. */
final class HeaderText {

    private HeaderText() {}

    static void require(String text, String what) throws CloudException {
        if (text.isEmpty() || !text.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
            throw new CloudException(CloudFault.UNAUTHORIZED, what + " is empty or has characters that none can have");
        }
    }
}
