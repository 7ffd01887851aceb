package dev.lifeline.probe;

import dev.lifeline.device.DeviceProbe.ProbeResult;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * Probes an RDP port: sends the protocol's first request, reads the first response and closes the connection without a login. A port that
 * only accepts the connection proves nothing, since firewalls and load balancers accept it for a device that is down. Source:
 * [MS-RDPBCGR] 2.2.1.1 (X.224 Connection Request) and 2.2.1.2 (X.224 Connection Confirm).
 */
final class RdpProbe {

    /**
     * TPKT of 19 bytes; X.224 connection request (0xE0) of class 0; RDP negotiation request that offers TLS and CredSSP, as current
     * clients do, so that no server rejects it as too old.
     */
    private static final byte[] CONNECTION_REQUEST =
            HexFormat.of().parseHex("03000013" + "0ee00000000000" + "0100080003000000");

    private static final int TPKT_VERSION = 3;
    /** Four bytes of TPKT and seven of a confirm without a negotiation response, which old servers send. */
    private static final int MIN_LENGTH_BYTES = 11;
    /** A confirm with a negotiation response or failure. */
    private static final int MAX_LENGTH_BYTES = 19;

    private static final int TPKT_AND_INDICATOR_BYTES = 5;
    private static final int CONNECTION_CONFIRM_CODE = 0xd0;
    /** Upper half of the byte; the lower half is the credit, which class 0 does not have. */
    private static final int CODE_MASK = 0xf0;

    private static final int RESPONSE_PREFIX_BYTES = 6;

    private RdpProbe() {}

    /** @param timeout for connecting and the response together */
    static ProbeResult probe(InetSocketAddress address, Duration timeout) {
        if (address.isUnresolved()) return new ProbeResult.NoAnswer();
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(address, remainingMillis(deadline));
            socket.getOutputStream().write(CONNECTION_REQUEST);
            return isConnectionConfirm(readPrefix(socket, deadline))
                    ? new ProbeResult.PortOpen()
                    : new ProbeResult.NoAnswer();
        } catch (IOException e) {
            return new ProbeResult.NoAnswer();
        }
    }

    /** Reads the first bytes of the response; the deadline applies to all of them together. */
    private static byte[] readPrefix(Socket socket, long deadline) throws IOException {
        InputStream input = socket.getInputStream();
        byte[] prefix = new byte[RESPONSE_PREFIX_BYTES];
        for (int length = 0; length < RESPONSE_PREFIX_BYTES; ) {
            socket.setSoTimeout(remainingMillis(deadline));
            int received = input.read(prefix, length, RESPONSE_PREFIX_BYTES - length);
            if (received < 0) throw new EOFException("connection closed");
            length += received;
        }
        return prefix;
    }

    private static boolean isConnectionConfirm(byte[] response) {
        int length = Byte.toUnsignedInt(response[2]) << Byte.SIZE | Byte.toUnsignedInt(response[3]);
        return response[0] == TPKT_VERSION
                && length >= MIN_LENGTH_BYTES
                && length <= MAX_LENGTH_BYTES
                && Byte.toUnsignedInt(response[4]) == length - TPKT_AND_INDICATOR_BYTES
                && (response[5] & CODE_MASK) == CONNECTION_CONFIRM_CODE;
    }

    private static int remainingMillis(long deadline) throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis < 1) throw new SocketTimeoutException("no time is left");
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
