package dev.drift.github.app;

import java.io.ByteArrayOutputStream;

/** As much of DER as it takes to wrap a key of PKCS#1, which Java does not read, into one of PKCS#8, which it does (RFC 5208). */
final class Der {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;

    /** {@code rsaEncryption}, 1.2.840.113549.1.1.1, without parameters. */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private Der() {}

    static byte[] pkcs8(byte[] pkcs1) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(tagged(INTEGER, new byte[] {0}));
        whole.writeBytes(RSA);
        whole.writeBytes(tagged(OCTETS, pkcs1));
        return tagged(SEQUENCE, whole.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(tag);
        int length = content.length;
        if (length < 0x80) {
            tagged.write(length);
        } else if (length < 0x100) {
            tagged.write(0x81);
            tagged.write(length);
        } else {
            tagged.write(0x82);
            tagged.write(length >> 8);
            tagged.write(length);
        }
        tagged.writeBytes(content);
        return tagged.toByteArray();
    }
}
