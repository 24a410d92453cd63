package dev.drift.cli;

import dev.drift.detection.DetectionListener;
import dev.drift.testing.DetectionListenerContract;

class SilentTest extends DetectionListenerContract {

    @Override
    protected DetectionListener listener() {
        return new Progress.Silent();
    }
}
