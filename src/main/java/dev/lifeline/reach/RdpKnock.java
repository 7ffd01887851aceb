package dev.lifeline.reach;

import dev.lifeline.device.Reach.Knock;
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
final class RdpKnock {

    /**
     * TPKT of 19 bytes; X.224 connection request (0xE0) of class 0; RDP negotiation request that offers TLS and CredSSP, which is what
     * today's clients send, so that no server turns it away as too old.
     */
    private static final byte[] REQUEST = HexFormat.of().parseHex("03000013" + "0ee00000000000" + "0100080003000000");

    private static final int TPKT_VERSION = 3;
    /** TPKT's four bytes and the seven of a confirm without a negotiation, which old servers send. */
    private static final int SHORTEST = 11;
    /** With the negotiation's answer, yes or no. */
    private static final int LONGEST = 19;

    private static final int TPKT_AND_INDICATOR = 5;
    private static final int CONFIRM = 0xd0;
    /** The code's place; the other half is credit, which class 0 does not have. */
    private static final int CODE = 0xf0;

    private static final int ENOUGH = 6;

    private RdpKnock() {}

    /** @param patience for the line to stand and the answer to be there */
    static Knock at(InetSocketAddress place, Duration patience) {
        if (place.isUnresolved()) return new Knock.Silent();
        long deadline = System.nanoTime() + patience.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(place, left(deadline));
            socket.getOutputStream().write(REQUEST);
            return isConfirm(firstBytes(socket, deadline)) ? new Knock.Open() : new Knock.Silent();
        } catch (IOException nobody) {
            return new Knock.Silent();
        }
    }

    /** Each byte may come late, but all of them together not later than the deadline. */
    private static byte[] firstBytes(Socket socket, long deadline) throws IOException {
        InputStream from = socket.getInputStream();
        byte[] read = new byte[ENOUGH];
        for (int have = 0; have < ENOUGH; ) {
            socket.setSoTimeout(left(deadline));
            int more = from.read(read, have, ENOUGH - have);
            if (more < 0) throw new EOFException("hung up");
            have += more;
        }
        return read;
    }

    private static boolean isConfirm(byte[] answer) {
        int length = Byte.toUnsignedInt(answer[2]) << Byte.SIZE | Byte.toUnsignedInt(answer[3]);
        return answer[0] == TPKT_VERSION
                && length >= SHORTEST
                && length <= LONGEST
                && Byte.toUnsignedInt(answer[4]) == length - TPKT_AND_INDICATOR
                && (answer[5] & CODE) == CONFIRM;
    }

    private static int left(long deadline) throws SocketTimeoutException {
        long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (millis < 1) throw new SocketTimeoutException("no time is left");
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
