package dev.drift.provision;

import dev.drift.testing.ProvisionSinkContract;
import dev.drift.testing.RecordingProvisions;

class RecordingProvisionsTest extends ProvisionSinkContract {

    @Override
    protected ProvisionSink sink() {
        return new RecordingProvisions();
    }
}
