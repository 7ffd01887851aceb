package dev.lifeline.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Records whether the headers of one request were begun to be written. From then on the result of a call that fails is unknown: the server
 * may have received the request. One instance belongs to one call, as its event listener and as a tag of its request. Thread-safe.
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
