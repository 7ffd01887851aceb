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
 * Does RDP answer? The first question of that protocol is asked and its first answer read, then the line is cut; nobody logs in. A port
 * that only takes the connection proves nothing, since firewalls and load balancers do that for a device that is down. Source: Microsoft,
 * [MS-RDPBCGR] 2.2.1.1 (connection request) and 2.2.1.2 (connection confirm).
 */
final class RdpProbe {

    /**
     * TPKT of 19 bytes; X.224 connection request (0xE0) of class 0; RDP negotiation request that offers TLS and CredSSP, which is what
     * today's clients send, so that no server turns it away as too old.
     */
    private static final byte[] CONNECTION_REQUEST =
            HexFormat.of().parseHex("03000013" + "0ee00000000000" + "0100080003000000");

    private static final int TPKT_VERSION = 3;
    /** TPKT's four bytes and the seven of a confirm without a negotiation, which old servers send. */
    private static final int MIN_LENGTH_BYTES = 11;
    /** With the negotiation's answer, yes or no. */
    private static final int MAX_LENGTH_BYTES = 19;

    private static final int TPKT_AND_INDICATOR_BYTES = 5;
    private static final int CONNECTION_CONFIRM_CODE = 0xd0;
    /** The code's place; the other half is credit, which class 0 does not have. */
    private static final int CODE_MASK = 0xf0;

    private static final int RESPONSE_PREFIX_BYTES = 6;

    private RdpProbe() {}

    /** @param patience for the line to stand and the answer to be there */
    static ProbeResult probe(InetSocketAddress place, Duration patience) {
        if (place.isUnresolved()) return new ProbeResult.NoAnswer();
        long deadline = System.nanoTime() + patience.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(place, remainingMillis(deadline));
            socket.getOutputStream().write(CONNECTION_REQUEST);
            return isConnectionConfirm(readPrefix(socket, deadline))
                    ? new ProbeResult.PortOpen()
                    : new ProbeResult.NoAnswer();
        } catch (IOException nobody) {
            return new ProbeResult.NoAnswer();
        }
    }

    /** Each byte may come late, but all of them together not later than the deadline. */
    private static byte[] readPrefix(Socket socket, long deadline) throws IOException {
        InputStream from = socket.getInputStream();
        byte[] read = new byte[RESPONSE_PREFIX_BYTES];
        for (int have = 0; have < RESPONSE_PREFIX_BYTES; ) {
            socket.setSoTimeout(remainingMillis(deadline));
            int more = from.read(read, have, RESPONSE_PREFIX_BYTES - have);
            if (more < 0) throw new EOFException("hung up");
            have += more;
        }
        return read;
    }

    private static boolean isConnectionConfirm(byte[] answer) {
        int length = Byte.toUnsignedInt(answer[2]) << Byte.SIZE | Byte.toUnsignedInt(answer[3]);
        return answer[0] == TPKT_VERSION
                && length >= MIN_LENGTH_BYTES
                && length <= MAX_LENGTH_BYTES
                && Byte.toUnsignedInt(answer[4]) == length - TPKT_AND_INDICATOR_BYTES
                && (answer[5] & CODE_MASK) == CONNECTION_CONFIRM_CODE;
    }

    private static int remainingMillis(long deadline) throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis < 1) throw new SocketTimeoutException("no time is left");
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
