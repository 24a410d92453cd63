package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.Footer;
import dev.drift.github.page.ProvisionPage;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import dev.drift.sink.SinkException;
import java.nio.file.Path;
import java.util.List;

/** Adds a provisioning to the summary of a job when it is over. */
public final class ProvisionSummary implements ProvisionSink {

    private final SummaryFile file;
    private final Footer footer;

    private ProvisionSummary(SummaryFile file, Footer footer) {
        this.file = file;
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** In the file that {@code GITHUB_STEP_SUMMARY} names. */
    public static ProvisionSummary in(Path file, Footer footer) {
        return new ProvisionSummary(new SummaryFile(file), footer);
    }

    @Override
    public void on(ProvisionEvent event) {
        // The report in the end has everything.
    }

    @Override
    public String destination() {
        return SummaryFile.NAME;
    }

    @Override
    public List<Delivery> finish(ProvisionReport report) {
        try {
            file.add(new ProvisionPage(report)::whole, footer.of(report.run()));
            return List.of(new Delivery.Delivered(SummaryFile.NAME));
        } catch (SinkException full) {
            return List.of(new Delivery.Undelivered(SummaryFile.NAME, String.valueOf(full.getMessage())));
        }
    }
}
