package dev.lifeline.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Records whether OkHttp began to write one request, and lets it be written only once. From then on the result of a failed call is unknown,
 * because the server may have received the request. One instance belongs to one call, as its event listener and as a tag of its request.
 * Thread-safe.
 */
public final class RequestSentListener extends EventListener {

    private final AtomicBoolean sendClaimed = new AtomicBoolean();
    private volatile boolean headersStarted;

    @Override
    public void requestHeadersStart(Call call) {
        headersStarted = true;
    }

    /** Whether at least one byte of the request may have left. */
    public boolean headersStarted() {
        return headersStarted;
    }

    /** True for the first caller, false for each later one. */
    boolean tryAcquireSend() {
        return sendClaimed.compareAndSet(false, true);
    }
}
