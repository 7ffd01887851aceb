package dev.lifeline.sandbox.classic.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** RDP up to the end of its negotiation: a connection request is answered as by a Windows that wants TLS. */
final class RdpDoors implements AutoCloseable {

    private static final int REQUEST = 64;

    private final AsynchronousChannelGroup group;
    private final Map<InetSocketAddress, AsynchronousServerSocketChannel> open = new ConcurrentHashMap<>();

    RdpDoors() throws IOException {
        group = AsynchronousChannelGroup.withFixedThreadPool(1, task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("pretend-rdp");
            thread.setDaemon(true);
            return thread;
        });
    }

    void open(InetSocketAddress address) throws IOException {
        AsynchronousServerSocketChannel door = AsynchronousServerSocketChannel.open(group);
        door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        door.bind(address);
        open.put(address, door);
        door.accept(door, new Visitors());
    }

    void close(InetSocketAddress address) throws IOException {
        AsynchronousServerSocketChannel door = open.remove(address);
        if (door != null) door.close();
    }

    @Override
    public void close() throws IOException {
        group.shutdownNow();
    }

    /** Takes one visitor after the other. */
    private static final class Visitors
            implements CompletionHandler<AsynchronousSocketChannel, AsynchronousServerSocketChannel> {

        @Override
        public void completed(AsynchronousSocketChannel visitor, AsynchronousServerSocketChannel door) {
            if (door.isOpen()) door.accept(door, this);
            ByteBuffer request = ByteBuffer.allocate(REQUEST);
            visitor.read(request, request, new Negotiation(visitor));
        }

        @Override
        public void failed(Throwable closed, AsynchronousServerSocketChannel door) {
            // the door was closed: the device went down
        }
    }

    /** Answers the first request, then waits for the visitor to leave. */
    private record Negotiation(AsynchronousSocketChannel visitor) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer read, ByteBuffer request) {
            byte[] answer = X224.answerTo(request.flip());
            if (read < 0 || answer.length == 0) {
                leave();
                return;
            }
            visitor.write(ByteBuffer.wrap(answer), request, new Farewell(visitor));
        }

        @Override
        public void failed(Throwable gone, ByteBuffer request) {
            leave();
        }

        private void leave() {
            Farewell.hangUp(visitor);
        }
    }

    /** The negotiation is over; what comes next would be TLS, which is not pretended. */
    private record Farewell(AsynchronousSocketChannel visitor) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer written, ByteBuffer request) {
            request.clear();
            visitor.read(request, request, new Hangup(visitor));
        }

        @Override
        public void failed(Throwable gone, ByteBuffer request) {
            hangUp(visitor);
        }

        static void hangUp(AsynchronousSocketChannel visitor) {
            try {
                visitor.close();
            } catch (IOException alreadyGone) {
                // nothing is left to close
            }
        }
    }

    private record Hangup(AsynchronousSocketChannel visitor) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer read, ByteBuffer request) {
            Farewell.hangUp(visitor);
        }

        @Override
        public void failed(Throwable gone, ByteBuffer request) {
            Farewell.hangUp(visitor);
        }
    }
}
