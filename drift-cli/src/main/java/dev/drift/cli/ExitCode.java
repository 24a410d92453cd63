package dev.drift.cli;

import dev.drift.preview.PreviewVerdict;
import dev.drift.provision.ProvisionVerdict;
import dev.drift.report.Verdict;

/** What the exit status of the command says; a verdict says the same of a cell. */
enum ExitCode {
    /** Everything that was asked for is in sync, or simply done. */
    IN_SYNC(Verdict.IN_SYNC.exitStatus()),
    /** The run itself failed: a report could not be delivered, or Drift broke. */
    FAILED(1),
    /** At least one stack drifted, and none is unknown. */
    DRIFTED(Verdict.DRIFTED.exitStatus()),
    /** Of at least one stack nothing can be said. */
    UNKNOWN(Verdict.UNKNOWN.exitStatus()),
    /** An option, a file or the configuration cannot be used; nothing was looked at. */
    USAGE(64);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The number that the process ends with. */
    int number() {
        return number;
    }

    static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case IN_SYNC -> IN_SYNC;
            case DRIFTED -> DRIFTED;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static ExitCode of(ProvisionVerdict verdict) {
        return switch (verdict) {
            case DONE -> IN_SYNC;
            case INCOMPLETE -> UNKNOWN;
            case FAILED -> FAILED;
        };
    }

    static ExitCode of(PreviewVerdict verdict) {
        return switch (verdict) {
            case DONE, REFUSED -> IN_SYNC;
            case INCOMPLETE -> UNKNOWN;
            case FAILED -> FAILED;
        };
    }
}
