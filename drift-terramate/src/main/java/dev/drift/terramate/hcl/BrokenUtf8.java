package dev.drift.terramate.hcl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes bytes that are not all UTF-8. Each byte that is not becomes an unpaired surrogate, which no decoder yields
 * for correct input: the scanner can then tell a broken byte from a replacement character that somebody really wrote.
 */
final class BrokenUtf8 {

    private static final char BROKEN = '\uDCFF';

    private BrokenUtf8() {}

    static String marked(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            out.put(BROKEN);
            in.position(in.position() + 1);
            result = decoder.decode(in, out, true);
        }
        return out.flip().toString();
    }
}
