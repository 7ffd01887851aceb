package dev.lifeline.sandbox.softlayer.host;

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
final class FakeRdpServers implements AutoCloseable {

    private static final int REQUEST_BUFFER_BYTES = 64;

    private final AsynchronousChannelGroup channelGroup;
    private final Map<InetSocketAddress, AsynchronousServerSocketChannel> open = new ConcurrentHashMap<>();

    FakeRdpServers() throws IOException {
        channelGroup = AsynchronousChannelGroup.withFixedThreadPool(1, task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("fake-rdp");
            thread.setDaemon(true);
            return thread;
        });
    }

    void open(InetSocketAddress address) throws IOException {
        AsynchronousServerSocketChannel door = AsynchronousServerSocketChannel.open(channelGroup);
        door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        door.bind(address);
        open.put(address, door);
        door.accept(door, new AcceptHandler());
    }

    void close(InetSocketAddress address) throws IOException {
        AsynchronousServerSocketChannel door = open.remove(address);
        if (door != null) door.close();
    }

    @Override
    public void close() throws IOException {
        channelGroup.shutdownNow();
    }

    /** Takes one visitor after the other. */
    private static final class AcceptHandler
            implements CompletionHandler<AsynchronousSocketChannel, AsynchronousServerSocketChannel> {

        @Override
        public void completed(AsynchronousSocketChannel visitor, AsynchronousServerSocketChannel door) {
            if (door.isOpen()) door.accept(door, this);
            ByteBuffer request = ByteBuffer.allocate(REQUEST_BUFFER_BYTES);
            visitor.read(request, request, new NegotiationHandler(visitor));
        }

        @Override
        public void failed(Throwable closed, AsynchronousServerSocketChannel door) {
            // the door was closed: the device went down
        }
    }

    /** Answers the first request, then waits for the visitor to leave. */
    private record NegotiationHandler(AsynchronousSocketChannel channel) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer read, ByteBuffer request) {
            byte[] answer = X224.responseTo(request.flip());
            if (read < 0 || answer.length == 0) {
                closeChannel();
                return;
            }
            channel.write(ByteBuffer.wrap(answer), request, new ResponseSentHandler(channel));
        }

        @Override
        public void failed(Throwable gone, ByteBuffer request) {
            closeChannel();
        }

        private void closeChannel() {
            ResponseSentHandler.closeQuietly(channel);
        }
    }

    /** The negotiation is over; what comes next would be TLS, which is not pretended. */
    private record ResponseSentHandler(AsynchronousSocketChannel channel) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer written, ByteBuffer request) {
            request.clear();
            channel.read(request, request, new CloseHandler(channel));
        }

        @Override
        public void failed(Throwable gone, ByteBuffer request) {
            closeQuietly(channel);
        }

        static void closeQuietly(AsynchronousSocketChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                // nothing is left to close
            }
        }
    }

    private record CloseHandler(AsynchronousSocketChannel channel) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer read, ByteBuffer request) {
            ResponseSentHandler.closeQuietly(channel);
        }

        @Override
        public void failed(Throwable gone, ByteBuffer request) {
            ResponseSentHandler.closeQuietly(channel);
        }
    }
}
