package dev.drift.aws.testing;

import io.grpc.Context;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Every method of the service, answered as the script says. */
final class ScriptedMethods extends HandlerRegistry {

    private final String service;
    private final Script script;
    private final Runnable noise;
    private final Runnable crash;

    ScriptedMethods(String service, Script script, Runnable noise, Runnable crash) {
        this.service = service;
        this.script = script;
        this.noise = noise;
        this.crash = crash;
    }

    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
        if (!service.equals(MethodDescriptor.extractFullServiceName(method))) {
            return null;
        }
        String name = method.substring(service.length() + 1);
        return ServerMethodDefinition.create(
                describe(method), ServerCalls.asyncUnaryCall((request, answers) -> answer(name, request, answers)));
    }

    static MethodDescriptor<byte[], byte[]> describe(String method) {
        return MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method)
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build();
    }

    private void answer(String name, byte[] request, StreamObserver<byte[]> answers) {
        script.record(name);
        noise.run();
        if (script.concerns(ScriptedProvider.CRASH, request) || script.crashesOnce(request)) {
            crash.run();
        } else if (script.concerns(ScriptedProvider.HANG, request)) {
            Context.current().addListener(context -> script.record("cancelled " + name), Runnable::run);
        } else if (script.concerns(ScriptedProvider.REFUSE, request)) {
            answers.onError(Status.UNAVAILABLE.withDescription("not today").asRuntimeException());
        } else {
            try {
                answers.onNext(script.answer(name, request));
                answers.onCompleted();
            } catch (IOException unreadable) {
                answers.onError(Status.INTERNAL.withCause(unreadable).asRuntimeException());
            }
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
