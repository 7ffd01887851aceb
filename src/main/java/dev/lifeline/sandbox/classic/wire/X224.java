package dev.lifeline.sandbox.classic.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first exchange of RDP: X.224 Connection Request and Confirm in TPKT (MS-RDPBCGR 2.2.1.1 and 2.2.1.2). */
final class X224 {

    private static final byte TPKT = 3;
    private static final byte CONNECTION_REQUEST = (byte) 0xe0;
    private static final byte CONNECTION_CONFIRM = (byte) 0xd0;
    private static final byte NEGOTIATION_RESPONSE = 2;
    private static final int SHORTEST = 11;
    private static final int WITH_NEGOTIATION = 19;
    private static final int TYPE_AT = 5;
    /** The last four bytes of a request that negotiates: which security it offers. */
    private static final int OFFER = 4;

    private static final int TLS = 1;

    private X224() {}

    /** The confirm; no bytes where the request is none. */
    static byte[] answerTo(ByteBuffer request) {
        int length = request.remaining();
        if (length < SHORTEST || request.get(0) != TPKT || request.get(TYPE_AT) != CONNECTION_REQUEST)
            return new byte[0];
        return length < WITH_NEGOTIATION ? confirm(SHORTEST).array() : negotiated(offer(request, length));
    }

    private static int offer(ByteBuffer request, int length) {
        return request.order(ByteOrder.LITTLE_ENDIAN).getInt(length - OFFER);
    }

    private static byte[] negotiated(int offered) {
        int chosen = (offered & TLS) == 0 ? Integer.highestOneBit(offered & 2) : TLS;
        return confirm(WITH_NEGOTIATION)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(NEGOTIATION_RESPONSE)
                .put((byte) 0)
                .putShort((short) 8)
                .putInt(chosen)
                .array();
    }

    private static ByteBuffer confirm(int length) {
        return ByteBuffer.allocate(length)
                .put(TPKT)
                .put((byte) 0)
                .putShort((short) length)
                .put((byte) (length - TYPE_AT))
                .put(CONNECTION_CONFIRM)
                .putShort((short) 0)
                .putShort((short) 0x1234)
                .put((byte) 0);
    }
}
