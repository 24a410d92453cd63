package dev.drift.history;

import dev.drift.testing.ReportHistoryContract;

class InMemoryHistoryTest extends ReportHistoryContract {

    @Override
    protected ReportHistory history() {
        return new InMemoryHistory();
    }
}
