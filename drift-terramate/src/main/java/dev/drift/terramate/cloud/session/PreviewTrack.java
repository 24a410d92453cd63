package dev.drift.terramate.cloud.session;

import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.preview.Preview;
import dev.drift.terramate.cloud.preview.PreviewStatus;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import java.util.List;
import java.util.Optional;

/**
 * The preview of one stack.
 *
 * @param line to Terramate Cloud
 * @param preview the preview it belongs to, asked for when the connection is made
 * @param stack which stack
 */
record PreviewTrack(Line line, Asking<Preview> preview, Stack stack) implements Track<PreviewStatus> {

    @Override
    public JournalEntry begin() throws CloudException {
        String id = id();
        line.cloud().previews().update(id, PreviewStatus.RUNNING, Optional.empty());
        return JournalEntry.begun(JournalEntry.Kind.PREVIEW, id);
    }

    @Override
    public void skip() throws CloudException {
        line.cloud().previews().update(id(), PreviewStatus.CANCELED, Optional.empty());
    }

    @Override
    public void log(List<LogLine> lines) throws CloudException {
        line.cloud().previews().log(id(), lines);
    }

    @Override
    public void end(PreviewStatus status, Optional<Changeset> changeset) throws CloudException {
        line.cloud().previews().update(id(), status, changeset);
    }

    @Override
    public String word(PreviewStatus status) {
        return status.word();
    }

    @Override
    public PreviewStatus broken() {
        return PreviewStatus.FAILED;
    }

    @Override
    public String name() {
        return "preview of " + stack;
    }

    private String id() throws CloudException {
        return preview.ask()
                .of(stack)
                .orElseThrow(
                        () -> new CloudException(CloudFault.GARBLED, "Terramate Cloud does not follow the " + name()));
    }
}
