package dev.drift.aws.shared;

import dev.drift.aws.provider.ProviderCallException;
import java.util.Optional;

/**
 * Has calls answered, also when a process dies under them. All that were under way are suspects then. Each is repeated alone,
 * on a process apart from the others; the one that kills that process too is not repeated again.
 */
final class Desk {

    private final Workers workers;
    private final Quarantine quarantine;
    private final Pace alone = Pace.ofOne();
    private Optional<Worker> apart = Optional.empty();

    Desk(Workers workers, Quarantine quarantine) {
        this.workers = workers;
        this.quarantine = quarantine;
    }

    byte[] answer(ProviderCall call) throws Unanswered {
        if (quarantine.holds(call)) {
            return Quarantine.answer(call);
        }
        try {
            return entered().answer(call);
        } catch (ProviderCallException failed) {
            if (!failed.isProviderLost()) {
                throw Unanswered.because(failed);
            }
        }
        alone.enter();
        try {
            return answeredAlone(call);
        } finally {
            alone.leave();
            endIfNobodyWaits();
        }
    }

    private Worker entered() throws Unanswered {
        Worker worker = workers.fit();
        while (!worker.enter()) {
            worker = workers.fit();
        }
        return worker;
    }

    private byte[] answeredAlone(ProviderCall call) throws Unanswered {
        if (quarantine.holds(call)) {
            return Quarantine.answer(call);
        }
        try {
            return enteredApart().answer(call);
        } catch (ProviderCallException failed) {
            if (!failed.isProviderLost()) {
                throw Unanswered.because(failed);
            }
            quarantine.admit(call);
            return Quarantine.answer(call);
        }
    }

    private synchronized Worker enteredApart() throws Unanswered {
        if (apart.isPresent() && apart.get().isFit() && apart.get().enter()) {
            return apart.get();
        }
        Worker fresh = workers.fresh();
        fresh.require();
        apart = Optional.of(fresh);
        return fresh;
    }

    private synchronized void endIfNobodyWaits() {
        if (!alone.isBusy()) {
            apart.ifPresent(Worker::retire);
            apart = Optional.empty();
        }
    }
}
