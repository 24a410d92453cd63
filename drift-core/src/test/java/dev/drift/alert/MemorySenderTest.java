package dev.drift.alert;

import dev.drift.testing.AlertSenderContract;
import dev.drift.testing.MemorySender;
import java.util.List;

class MemorySenderTest extends AlertSenderContract {

    private final MemorySender sender = new MemorySender();

    @Override
    protected AlertSender sender() {
        return sender;
    }

    @Override
    protected List<String> received() {
        return sender.sent().stream()
                .map(alert -> String.join("\n", new AlertPage(words -> words, 10_000).lines(alert)))
                .toList();
    }

    @Override
    protected void refuse() {
        sender.refusing("away");
    }

    @Override
    protected String secret() {
        return "secret";
    }
}
