package dev.lifeline.sandbox.softlayer.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first exchange of RDP: X.224 Connection Request and Confirm in TPKT ([MS-RDPBCGR] 2.2.1.1 and 2.2.1.2). */
final class X224 {

    private static final byte TPKT_VERSION = 3;
    private static final byte CONNECTION_REQUEST = (byte) 0xe0;
    private static final byte CONNECTION_CONFIRM = (byte) 0xd0;
    private static final byte TYPE_NEGOTIATION_RESPONSE = 2;
    private static final int MIN_PDU_BYTES = 11;
    private static final int NEGOTIATION_PDU_BYTES = 19;
    private static final int TYPE_OFFSET = 5;
    /** The last four bytes of a negotiation request: the security protocols offered. */
    private static final int REQUESTED_PROTOCOLS_BYTES = 4;

    private static final int PROTOCOL_TLS = 1;

    private X224() {}

    /** Returns the confirm; empty where the request is not a connection request. */
    static byte[] responseTo(ByteBuffer request) {
        int length = request.remaining();
        if (length < MIN_PDU_BYTES || request.get(0) != TPKT_VERSION || request.get(TYPE_OFFSET) != CONNECTION_REQUEST)
            return new byte[0];
        return length < NEGOTIATION_PDU_BYTES ? connectionConfirm(MIN_PDU_BYTES).array() : negotiationConfirm(requestedProtocols(request, length));
    }

    private static int requestedProtocols(ByteBuffer request, int length) {
        return request.order(ByteOrder.LITTLE_ENDIAN).getInt(length - REQUESTED_PROTOCOLS_BYTES);
    }

    private static byte[] negotiationConfirm(int offered) {
        int chosen = (offered & PROTOCOL_TLS) == 0 ? Integer.highestOneBit(offered & 2) : PROTOCOL_TLS;
        return connectionConfirm(NEGOTIATION_PDU_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(TYPE_NEGOTIATION_RESPONSE)
                .put((byte) 0)
                .putShort((short) 8)
                .putInt(chosen)
                .array();
    }

    private static ByteBuffer connectionConfirm(int length) {
        return ByteBuffer.allocate(length)
                .put(TPKT_VERSION)
                .put((byte) 0)
                .putShort((short) length)
                .put((byte) (length - TYPE_OFFSET))
                .put(CONNECTION_CONFIRM)
                .putShort((short) 0)
                .putShort((short) 0x1234)
                .put((byte) 0);
    }
}
