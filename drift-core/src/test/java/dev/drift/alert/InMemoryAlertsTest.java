package dev.drift.alert;

import dev.drift.testing.AlertMemoryContract;

class InMemoryAlertsTest extends AlertMemoryContract {

    private final AlertMemory memory = new InMemoryAlerts();

    @Override
    protected AlertMemory memory() {
        return memory;
    }
}
