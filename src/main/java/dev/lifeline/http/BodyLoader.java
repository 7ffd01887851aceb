package dev.lifeline.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the body of a request before it is handled, without a thread waiting for it. Keeps no more of it than its route
 * allows: what is beyond is read and dropped, since a client that still sends does not read the answer, 413. Where all bodies
 * together become too many bytes, the requests that have been incomplete for longest are given up; where that does not help in
 * time, a request is answered with 503.
 */
final class BodyLoader extends Handler.Wrapper {

    /** Attribute of the request: its body, a {@code byte[]}; absent where it was too long. */
    static final String BODY = "dev.lifeline.http.body";

    /** Beyond this the connection is closed without an answer. */
    private static final long MAX_DROPPED_BYTES = 8L << 20;

    private final ConnectionGuard connectionGuard;
    private final long softLimitBytes;
    private final long hardLimitBytes;
    private final ToIntFunction<Request> maxBodyBytes;
    private final AtomicLong bufferedBytes = new AtomicLong();

    /** @param maxBodyBytes the longest body that the request's route takes, in bytes */
    BodyLoader(
            Handler handler, ConnectionGuard connectionGuard, HttpLimits limits, ToIntFunction<Request> maxBodyBytes) {
        super(handler);
        this.connectionGuard = connectionGuard;
        this.hardLimitBytes = limits.bufferedBytes();
        this.softLimitBytes = limits.bufferedBytes() / 2;
        this.maxBodyBytes = maxBodyBytes;
    }

    /** Bytes of bodies in memory now. */
    long bufferedBytes() {
        return bufferedBytes.get();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        new Loading(request, response, callback).read();
        return true;
    }

    /** One body on its way. Its methods are called by one thread at a time. */
    private final class Loading {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final int maxBytes;
        private ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private int counted;
        private long dropped;
        private int refusal;

        Loading(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.maxBytes = maxBodyBytes.applyAsInt(request);
            this.callback = Callback.from(callback, this::free);
            if (request.getLength() > maxBytes) refusal = HttpStatus.PAYLOAD_TOO_LARGE_413;
        }

        void read() {
            for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
                if (Content.Chunk.isFailure(chunk)) {
                    callback.failed(chunk.getFailure());
                    return;
                }
                take(chunk.getByteBuffer());
                chunk.release();
                if (chunk.isLast() || dropped > MAX_DROPPED_BYTES) {
                    end();
                    return;
                }
            }
            request.demand(this::read);
        }

        private void take(ByteBuffer bytes) {
            int length = bytes.remaining();
            if (refusal == 0 && kept.size() + length > maxBytes) refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
            if (refusal == 0) count(length);
            if (refusal != 0) {
                dropped += length;
                return;
            }
            byte[] copy = new byte[length];
            bytes.get(copy);
            kept.write(copy, 0, length);
        }

        private void count(int length) {
            if (counted == 0) connectionGuard.bodyBegan(request);
            counted += length;
            long all = bufferedBytes.addAndGet(length);
            if (all > softLimitBytes) connectionGuard.giveUpLongestIncomplete(request);
            if (all > hardLimitBytes) refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
        }

        private void refuse(int status) {
            refusal = status;
            free();
        }

        private void free() {
            bufferedBytes.addAndGet(-counted);
            counted = 0;
            kept = new ByteArrayOutputStream(0);
        }

        private void end() {
            connectionGuard.requestArrived(request);
            if (dropped > MAX_DROPPED_BYTES) {
                callback.failed(
                        new IllegalStateException("more than " + MAX_DROPPED_BYTES + " bytes beyond the limit"));
                return;
            }
            if (refusal == HttpStatus.SERVICE_UNAVAILABLE_503) {
                response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
                Response.writeError(request, response, callback, refusal);
                return;
            }
            if (refusal == 0) request.setAttribute(BODY, kept.toByteArray());
            kept = new ByteArrayOutputStream(0);
            forward();
        }

        private void forward() {
            try {
                if (!getHandler().handle(request, response, callback))
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            } catch (Exception failed) {
                Response.writeError(request, response, callback, failed);
            }
        }
    }
}
