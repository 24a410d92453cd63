package dev.drift.preview;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;

/**
 * Looks at the code of one stack without planning it. Like a probe it never writes to the checkout, the state or the estate,
 * never prints, and is called from several threads, each with a stack of its own. It returns promptly, with no process left
 * behind, when its time is over or the thread is interrupted.
 */
public interface CodeCheck {

    /**
     * How the stack's own files are written: those in its directory, not those below it. None is rewritten.
     *
     * @throws ProbeException if the time is over or the thread was interrupted; any other reason is {@link Formatting.NotChecked}
     */
    Formatting format(ProbeRequest request) throws ProbeException;

    /**
     * Whether the stack's code is valid, modules included. Its state is not asked for.
     *
     * @throws ProbeException if the time is over or the thread was interrupted; any other reason is
     *     {@link Validation.NotValidated}
     */
    Validation validate(ProbeRequest request) throws ProbeException;
}
