package dev.drift.aws.shared;

import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.ProviderMethod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The calls that killed a provider twice, the second time alone. They are not passed on again; the oldest are forgotten first. */
final class Quarantine {

    private static final int MOST = 10_000;

    private final Set<String> calls = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    boolean holds(ProviderCall call) {
        return !calls.isEmpty() && calls.contains(call.digest());
    }

    void admit(ProviderCall call) {
        calls.add(call.digest());
    }

    /** What is answered in place of the provider: an error of this one resource, so that it is unknown and others go on. */
    static byte[] answer(ProviderCall call) throws Unanswered {
        ProviderMethod method = call.method()
                .filter(known -> known != ProviderMethod.CALL_FUNCTION)
                .orElseThrow(() -> Unanswered.unavailable("the provider crashed twice in " + call.name()));
        String summary = "the provider crashed twice while reading this " + noun(method);
        return Diagnostic.answer(
                method,
                Diagnostic.error(summary, "It is not read again in this run, and whether it moved is unknown."));
    }

    private static String noun(ProviderMethod method) {
        return method == ProviderMethod.READ_DATA ? "data source" : "resource";
    }
}
