package dev.drift.aws.live;

import dev.drift.aws.shared.Loan;
import dev.drift.aws.state.StateFacts;
import dev.drift.aws.state.StateWatch;
import java.time.Instant;
import java.util.Optional;

/**
 * A stack that is about to be looked at.
 *
 * @param name the file its plan is remembered in
 * @param at when the look began
 * @param circumstances what its variables, account and tool are recognised by
 * @param oddity why no plan of it can be remembered; empty where nothing speaks against it
 * @param loan what stands behind its lease
 * @param seen whose state it has, with what was last read of it
 */
record Case(String name, Instant at, String circumstances, Optional<String> oddity, Loan loan, StateSeen seen) {

    /**
     * A state, and what was read of it just before.
     *
     * @param doubt why the tool may mean another state than the one that is read; empty where nothing speaks for that
     */
    record StateSeen(StateWatch.Asked asked, Optional<StateFacts> facts, Optional<String> doubt) {}

    StateWatch.Asked state() {
        return seen.asked();
    }

    Optional<String> doubt() {
        return seen.doubt();
    }

    Optional<StateFacts> facts() {
        return seen.facts();
    }
}
