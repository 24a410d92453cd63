package dev.drift.github.wire;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls of one attempt, and whether anything of them has left: what was never sent cannot have made anything. */
final class Attempt {

    private final AtomicBoolean left = new AtomicBoolean();
    private final OkHttpClient client;

    Attempt(OkHttpClient client) {
        this.client = client.newBuilder()
                .eventListener(new EventListener() {
                    @Override
                    public void requestHeadersStart(Call call) {
                        left.set(true);
                    }
                })
                .build();
    }

    Response execute(Request request) throws IOException {
        return client.newCall(request).execute();
    }

    boolean hasLeft() {
        return left.get();
    }
}
