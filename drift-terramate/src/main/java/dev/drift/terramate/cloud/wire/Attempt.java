package dev.drift.terramate.cloud.wire;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One call, and whether anything of it has left: a request of which nothing was sent can be sent again. */
final class Attempt {

    private final Call call;
    private final Departure departure;

    private Attempt(Call call, Departure departure) {
        this.call = call;
        this.departure = departure;
    }

    static Attempt of(OkHttpClient client, Request request) {
        Departure departure = new Departure();
        Call call = client.newBuilder().eventListener(departure).build().newCall(request);
        return new Attempt(call, departure);
    }

    Response execute() throws IOException {
        return call.execute();
    }

    boolean hasLeft() {
        return departure.begun.get();
    }

    private static final class Departure extends EventListener {

        private final AtomicBoolean begun = new AtomicBoolean();

        @Override
        public void requestHeadersStart(Call call) {
            begun.set(true);
        }
    }
}
