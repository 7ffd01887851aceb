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

/**
 * RDP listeners for all devices, up to the end of the negotiation: a connection request is answered as by a Windows that
 * requires TLS. TLS itself is not modelled. Thread-safe; runs on one daemon thread, {@code fake-rdp}.
 */
final class FakeRdpServers implements AutoCloseable {

    private static final int REQUEST_BUFFER_BYTES = 64;

    private final AsynchronousChannelGroup channelGroup;
    private final Map<InetSocketAddress, AsynchronousServerSocketChannel> serverChannels = new ConcurrentHashMap<>();

    FakeRdpServers() throws IOException {
        channelGroup = AsynchronousChannelGroup.withFixedThreadPool(1, task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("fake-rdp");
            thread.setDaemon(true);
            return thread;
        });
    }

    void listen(InetSocketAddress address) throws IOException {
        AsynchronousServerSocketChannel serverChannel = AsynchronousServerSocketChannel.open(channelGroup);
        serverChannel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        serverChannel.bind(address);
        serverChannels.put(address, serverChannel);
        serverChannel.accept(serverChannel, new AcceptHandler());
    }

    void close(InetSocketAddress address) throws IOException {
        AsynchronousServerSocketChannel serverChannel = serverChannels.remove(address);
        if (serverChannel != null) serverChannel.close();
    }

    @Override
    public void close() throws IOException {
        channelGroup.shutdownNow();
    }

    /** Accepts one connection after the other. */
    private static final class AcceptHandler
            implements CompletionHandler<AsynchronousSocketChannel, AsynchronousServerSocketChannel> {

        @Override
        public void completed(AsynchronousSocketChannel channel, AsynchronousServerSocketChannel serverChannel) {
            if (serverChannel.isOpen()) serverChannel.accept(serverChannel, this);
            ByteBuffer request = ByteBuffer.allocate(REQUEST_BUFFER_BYTES);
            channel.read(request, request, new NegotiationHandler(channel));
        }

        @Override
        public void failed(Throwable cause, AsynchronousServerSocketChannel serverChannel) {
            // the listener was closed: the device went down
        }
    }

    /** Answers the first request, then waits for the client to close. */
    private record NegotiationHandler(AsynchronousSocketChannel channel) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer bytesRead, ByteBuffer request) {
            byte[] response = X224.responseTo(request.flip());
            if (bytesRead < 0 || response.length == 0) {
                closeChannel();
                return;
            }
            channel.write(ByteBuffer.wrap(response), request, new ResponseSentHandler(channel));
        }

        @Override
        public void failed(Throwable cause, ByteBuffer request) {
            closeChannel();
        }

        private void closeChannel() {
            ResponseSentHandler.closeQuietly(channel);
        }
    }

    /** Reads until the client closes; the TLS handshake that would follow is not modelled. */
    private record ResponseSentHandler(AsynchronousSocketChannel channel) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer bytesWritten, ByteBuffer request) {
            request.clear();
            channel.read(request, request, new CloseHandler(channel));
        }

        @Override
        public void failed(Throwable cause, ByteBuffer request) {
            closeQuietly(channel);
        }

        static void closeQuietly(AsynchronousSocketChannel channel) {
            try {
                channel.close();
            } catch (IOException e) {
                // already closed
            }
        }
    }

    private record CloseHandler(AsynchronousSocketChannel channel) implements CompletionHandler<Integer, ByteBuffer> {

        @Override
        public void completed(Integer bytesRead, ByteBuffer request) {
            ResponseSentHandler.closeQuietly(channel);
        }

        @Override
        public void failed(Throwable cause, ByteBuffer request) {
            ResponseSentHandler.closeQuietly(channel);
        }
    }
}
