/**
 * What can go wrong under a shared provider, made to go wrong: the real provider, a fake account that fails on demand, the
 * packed command as its users run it. Each fault ends with the right outcome for every stack and with no process and no socket
 * left, which {@link dev.drift.it.fault.LiveRun} looks for.
 */
@NullMarked
package dev.drift.it.fault;

import org.jspecify.annotations.NullMarked;
