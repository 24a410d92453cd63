package dev.drift.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/** What a database holds is text that people can read, and nothing that builds objects. */
final class PlainText implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        return String.valueOf(data).getBytes(UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> form, byte[] bytes) {
        return form.cast(new String(bytes, UTF_8));
    }
}
