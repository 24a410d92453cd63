package dev.drift.terramate.cloud.session;

import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.preview.Preview;
import dev.drift.terramate.cloud.preview.PreviewStart;
import dev.drift.terramate.cloud.wire.CloudException;
import java.util.Optional;

/** Makes a preview the first time it is asked for; whoever asks meanwhile waits. Safe for use by several threads. */
final class OncePreview implements Asking<Preview> {

    private final Line line;
    private final Asking<PreviewStart> start;
    private Optional<Preview> made = Optional.empty();
    private Optional<CloudException> failure = Optional.empty();

    OncePreview(Line line, Asking<PreviewStart> start) {
        this.line = line;
        this.start = start;
    }

    @Override
    public synchronized Preview ask() throws CloudException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (made.isEmpty()) {
            try {
                TerramateCloud cloud = line.cloud();
                made = Optional.of(cloud.previews().create(start.ask()));
            } catch (CloudException failed) {
                failure = Optional.of(failed);
                throw failed;
            }
        }
        return made.orElseThrow();
    }
}
