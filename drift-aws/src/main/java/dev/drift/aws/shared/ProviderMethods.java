package dev.drift.aws.shared;

import io.grpc.Attributes;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whatever is asked of the provider service, under whatever name, is answered by the conversation of its connection. */
final class ProviderMethods extends HandlerRegistry {

    static final Attributes.Key<Conversation> CONVERSATION = Attributes.Key.create("conversation");

    private final String service;
    private final Withdrawal withdrawal;

    ProviderMethods(int protocol, Withdrawal withdrawal) {
        this.service = "tfplugin" + protocol + ".Provider";
        this.withdrawal = withdrawal;
    }

    /** The services of the plugin framework are not offered; tools do without. */
    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String fullName, @Nullable String authority) {
        if (!service.equals(MethodDescriptor.extractFullServiceName(fullName))) {
            return null;
        }
        String name = String.valueOf(MethodDescriptor.extractBareMethodName(fullName));
        MethodDescriptor<byte[], byte[]> method = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(fullName)
                .setRequestMarshaller(RawBytes.MARSHALLER)
                .setResponseMarshaller(RawBytes.MARSHALLER)
                .build();
        ServerCallHandler<byte[], byte[]> handler = (call, headers) -> {
            Conversation conversation =
                    Objects.requireNonNull(call.getAttributes().get(CONVERSATION));
            return ServerCalls.<byte[], byte[]>asyncUnaryCall(
                            (request, answer) -> answer(conversation, new ProviderCall(name, request), answer))
                    .startCall(call, headers);
        };
        return ServerMethodDefinition.create(method, handler);
    }

    private void answer(Conversation conversation, ProviderCall call, StreamObserver<byte[]> observer) {
        byte[] answer;
        try {
            answer = conversation.answer(call);
        } catch (Unanswered failed) {
            failed.doubt().ifPresent(withdrawal::because);
            observer.onError(failed.status().asRuntimeException());
            return;
        } catch (RuntimeException broken) {
            withdrawal.because("the shared provider broke in " + call.name() + ": "
                    + broken.getClass().getName());
            observer.onError(Status.INTERNAL.withCause(broken).asRuntimeException());
            return;
        }
        observer.onNext(answer);
        observer.onCompleted();
    }
}
