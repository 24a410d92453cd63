package dev.drift.aws.shared;

import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.aws.wire.WireException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One connection of a tool. Tools open one for each configuration of a provider, so what is configured here is meant for what
 * is asked here and nowhere else.
 */
final class Conversation {

    private static final int CHECKED_CONFIGURATION = 1;
    private static final int CONFIGURATION = 2;

    /** What no known method does may be done by one that nobody knows yet. */
    private static final Pattern WRITES =
            Pattern.compile("Apply|Invoke|Write|Delete|Create|Update|Remove|Lock|Import.*Apply");

    private final LentProvider lent;
    private volatile Optional<Backing> configured = Optional.empty();

    Conversation(LentProvider lent) {
        this.lent = lent;
    }

    /** What the tool is answered. */
    byte[] answer(ProviderCall call) throws Unanswered {
        try {
            return answered(call);
        } catch (WireException broken) {
            throw Unanswered.unavailable("a message could not be read: " + broken.getMessage());
        }
    }

    private byte[] answered(ProviderCall call) throws Unanswered {
        if (call.method().isEmpty()) {
            return forwardUnknown(call);
        }
        return switch (call.method().get()) {
            case SCHEMA -> lent.schema();
            case IDENTITY_SCHEMAS -> lent.identities().orElseThrow(() -> Unanswered.unimplemented(call.name()));
            case CHECK_PROVIDER -> echo(call);
            case CONFIGURE -> configure(call);
            case STOP -> new byte[0];
            case APPLY, INVOKE_ACTION, CONFIGURE_STATE_STORE, WRITE_STATE, LOCK_STATE, UNLOCK_STATE, DELETE_STATE ->
                throw Unanswered.refused(call.name() + " was asked of a provider that is shared for reading");
            case CHECK_STATE_STORE, READ_STATE, LIST_STATES, LIST -> throw Unanswered.unimplemented(call.name());
            case READ, READ_DATA, IMPORT, PLAN, PLAN_ACTION, OPEN_EPHEMERAL, RENEW_EPHEMERAL, CLOSE_EPHEMERAL ->
                forwardConfigured(call);
            case CHECK_RESOURCE, CHECK_DATA, CHECK_EPHEMERAL, CHECK_LIST, CHECK_ACTION -> forward(call);
            case METADATA, FUNCTIONS, CALL_FUNCTION, UPGRADE_STATE, UPGRADE_IDENTITY, MOVE, GENERATE -> forward(call);
        };
    }

    /** The provider itself is asked when it is configured: by then nothing is unknown any longer. */
    private static byte[] echo(ProviderCall call) {
        MessageWriter answer = new MessageWriter();
        if (call.name().equals(ProviderMethod.CHECK_PROVIDER.in(5))) {
            Message.of(call.request())
                    .bytes(CHECKED_CONFIGURATION)
                    .ifPresent(configuration -> answer.bytes(1, configuration));
        }
        return answer.toBytes();
    }

    private byte[] configure(ProviderCall call) throws Unanswered {
        Message request = Message.of(call.request());
        DynamicValue given = DynamicValue.in(request, CONFIGURATION)
                .orElseThrow(() -> Unanswered.untimely("The provider was configured with nothing"));
        Optional<String> relative = RelativePaths.in(given.value());
        if (relative.isPresent()) {
            String why = "its provider is configured with a path that is not absolute: " + relative.get();
            lent.withdrawal().because(why);
            return Diagnostic.answer(ProviderMethod.CONFIGURE, Diagnostic.error("The provider cannot be shared", why));
        }
        DynamicValue configuration = lent.bounded(given);
        Backing backing = lent.fleet().backing(configuration);
        byte[] answer =
                backing.configure(new ProviderCall(call.name(), request.with(CONFIGURATION, configuration.toBytes())));
        boolean refused =
                Diagnostic.of(ProviderMethod.CONFIGURE, answer).stream().anyMatch(Diagnostic::isError);
        configured = refused ? Optional.empty() : Optional.of(backing);
        lent.evidence()
                .hear(
                        lent.fleet().origin(),
                        Message.of(request.with(CONFIGURATION, configuration.toBytes())),
                        lent.known().schema());
        return answer;
    }

    private byte[] forwardUnknown(ProviderCall call) throws Unanswered {
        if (WRITES.matcher(call.name()).find()) {
            throw Unanswered.refused(call.name() + " was asked of a provider that is shared for reading");
        }
        return forward(call);
    }

    private byte[] forwardConfigured(ProviderCall call) throws Unanswered {
        Backing backing = configured.orElseThrow(
                () -> Unanswered.untimely(call.name() + " was asked of a provider that is not configured"));
        lent.evidence().hear(call, lent.known().schema());
        return backing.answer(call);
    }

    private byte[] forward(ProviderCall call) throws Unanswered {
        if (configured.isEmpty()) {
            return lent.fleet().answer(call);
        }
        return forwardConfigured(call);
    }
}
