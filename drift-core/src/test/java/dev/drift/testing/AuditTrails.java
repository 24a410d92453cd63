package dev.drift.testing;

import dev.drift.audit.AuditException;
import dev.drift.audit.AuditHead;
import dev.drift.audit.AuditNote;
import dev.drift.audit.AuditTrail;
import dev.drift.estate.Residency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Trails that behave as a test needs it. */
public final class AuditTrails {

    private AuditTrails() {}

    /** The trail, to which something happens before notes are kept in it. */
    public static AuditTrail watched(AuditTrail trail, Consumer<List<AuditNote>> before) {
        return new AuditTrail() {
            @Override
            public String destination() {
                return trail.destination();
            }

            @Override
            public AuditHead append(List<AuditNote> notes) throws AuditException {
                before.accept(notes);
                return trail.append(notes);
            }

            @Override
            public Optional<Residency> residency() {
                return trail.residency();
            }

            @Override
            public boolean leavesTheMachine() {
                return trail.leavesTheMachine();
            }
        };
    }

    /** A trail that answers nobody before the gate is opened, and then keeps nothing. */
    public static AuditTrail hanging(CountDownLatch gate) {
        return new AuditTrail() {
            @Override
            public String destination() {
                return "hanging";
            }

            @Override
            public AuditHead append(List<AuditNote> notes) throws AuditException {
                try {
                    gate.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                throw new AuditException("it hung");
            }
        };
    }
}
