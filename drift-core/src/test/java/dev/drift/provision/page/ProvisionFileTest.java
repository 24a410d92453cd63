package dev.drift.provision.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import dev.drift.testing.ProvisionSinkContract;
import dev.drift.testing.Provisions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionFileTest extends ProvisionSinkContract {

    @TempDir
    private Path folder;

    @Override
    protected ProvisionSink sink() {
        return new ProvisionFile(folder.resolve("provision.json"), ProvisionFormat.JSON);
    }

    @Test
    void writesTheReport() {
        sink().finish(Provisions.full());

        assertThat(folder.resolve("provision.json")).hasContent(ProvisionJson.write(Provisions.full()));
    }

    @Test
    void saysWhyItCannot() {
        ProvisionSink unable = new ProvisionFile(folder.resolve("none/provision.json"), ProvisionFormat.JSON);

        assertThat(unable.finish(Provisions.full()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Delivery.Undelivered.class,
                        lost -> assertThat(lost.reason()).contains("no folder"));
    }
}
