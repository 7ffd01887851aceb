package dev.lifeline.softlayer.rest;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;

/** Has an order left? From the first byte of its headers on, nobody can say that it did not arrive. */
final class RequestSentListener extends EventListener {

    private final AtomicBoolean sendClaimed = new AtomicBoolean();
    private volatile boolean headersStarted;

    @Override
    public void requestHeadersStart(Call call) {
        headersStarted = true;
    }

    boolean headersStarted() {
        return headersStarted;
    }

    /** True for the first who asks, false for everyone after. */
    boolean tryAcquireSend() {
        return sendClaimed.compareAndSet(false, true);
    }
}
