package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbePhase;
import java.util.function.Function;

/** The outcome of one checked stack: in sync, drifted or unknown, never two of them and never a fourth. */
public sealed interface StackOutcome {

    /** What was found; for an unknown stack what was seen before the look stopped. */
    Findings findings();

    /** One answer for each of the three, so that none can be forgotten. */
    default <T> T fold(
            Function<? super InSync, ? extends T> inSync,
            Function<? super Drifted, ? extends T> drifted,
            Function<? super Unknown, ? extends T> unknown) {
        if (this instanceof InSync outcome) {
            return inSync.apply(outcome);
        }
        if (this instanceof Drifted outcome) {
            return drifted.apply(outcome);
        }
        return unknown.apply((Unknown) this);
    }

    /** Looked everywhere asked, and nothing that matters differs. */
    record InSync(Findings findings) implements StackOutcome {
        public InSync {
            if (!findings.drift().isEmpty()) {
                throw new IllegalArgumentException("A stack in sync has no drift");
            }
            if (!findings.coverage().gaps().isEmpty()) {
                throw new IllegalArgumentException("A stack in sync was looked at as a whole");
            }
        }
    }

    /** Looked everywhere asked, and something that matters differs. */
    record Drifted(Findings findings) implements StackOutcome {
        public Drifted {
            if (findings.drift().isEmpty()) {
                throw new IllegalArgumentException("A drifted stack has drift");
            }
            if (!findings.coverage().gaps().isEmpty()) {
                throw new IllegalArgumentException("A drifted stack was looked at as a whole");
            }
        }
    }

    /** Could not tell, with how far the look came and the first useful line of why. */
    record Unknown(Findings findings, ProbePhase phase, String reason) implements StackOutcome {
        public Unknown {
            requireNonNull(findings, "findings is null");
            requireNonNull(phase, "phase is null");
            requireNonNull(reason, "reason is null");
        }

        /** Whether only drift cannot be told, for the state holds nothing: what an apply would do was seen as a whole. */
        public boolean isNeverApplied() {
            return phase == ProbePhase.STATE
                    && findings.coverage().gaps().isEmpty()
                    && !findings.pending().isEmpty();
        }

        /** Nothing was seen. */
        public static Unknown because(ProbePhase phase, String reason) {
            return new Unknown(Findings.NONE, phase, reason);
        }
    }
}
