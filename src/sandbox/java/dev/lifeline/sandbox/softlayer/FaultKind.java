package dev.lifeline.sandbox.softlayer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The faults that the fake SoftLayer can inject, named in {@code POST /sandbox/faults} by {@link #wireName}. */
enum FaultKind {
    /** The connection is dropped before the call is carried out. */
    DROP_BEFORE(FaultPoint.INSTEAD_OF_CALL),
    /** The call is carried out after a delay. */
    SLOW(FaultPoint.DELAY_BEFORE_CALL),
    GATEWAY_502_HTML(FaultPoint.INSTEAD_OF_CALL),
    GATEWAY_504("504", FaultPoint.INSTEAD_OF_CALL),
    UNAUTHORIZED(FaultPoint.INSTEAD_OF_CALL),
    /** The user's IBMid is not linked: 500, permanent. */
    TOKEN_EXCHANGE(FaultPoint.INSTEAD_OF_CALL),
    /**
     * The bearer token has expired: 500; a new token helps (src/docs/platform/softlayer.md, section Endpoints and
     * authentication).
     */
    EXPIRED_TOKEN(FaultPoint.INSTEAD_OF_CALL),
    /** The provider reports its rate limit as 500. */
    RATE_LIMIT(FaultPoint.INSTEAD_OF_CALL),
    INTERNAL_ERROR_200(FaultPoint.INSTEAD_OF_CALL),
    INTERNAL_ERROR_500(FaultPoint.INSTEAD_OF_CALL),
    /** 404, which may mean forbidden. */
    NOT_FOUND(FaultPoint.INSTEAD_OF_CALL),
    PERMISSION_DENIED(FaultPoint.INSTEAD_OF_CALL),
    /** The object is only partly provisioned (src/docs/platform/softlayer.md, section Errors). */
    NOT_READY(FaultPoint.INSTEAD_OF_CALL),
    OUTSTANDING_TRANSACTION(FaultPoint.INSTEAD_OF_WRITE),
    STUCK_TRANSACTION(FaultPoint.TRANSACTION_OUTCOME),
    TRANSACTION_NEVER_STARTS(FaultPoint.TRANSACTION_OUTCOME),
    VANISHED_TRANSACTION(FaultPoint.TRANSACTION_OUTCOME),
    /** The reboot is accepted, and the device goes on as before: a system that hangs ignores a soft reboot. */
    REBOOT_WITHOUT_EFFECT(FaultPoint.REBOOT_OUTCOME),
    /** The device is not visible while the fault is active. */
    VANISHED_DEVICE(FaultPoint.DEVICE_VISIBILITY),
    /** Requested relations are missing from the response. */
    MISSING_RELATIONS(FaultPoint.QUERY_EVALUATION),
    /** The filter is ignored, valid or not, and every object is returned (src/docs/platform/softlayer.md, section Known issues). */
    IGNORED_FILTER(FaultPoint.QUERY_EVALUATION),
    /** The call is carried out, then the connection is dropped without a response. */
    COMMIT_THEN_DROP(FaultPoint.AFTER_WRITE),
    NEVER_ENDING_BODY(FaultPoint.AFTER_CALL),
    /** 200 MB of valid JSON. */
    HUGE_BODY(FaultPoint.AFTER_CALL),
    NOT_JSON(FaultPoint.AFTER_CALL),
    CUT_OFF_JSON(FaultPoint.AFTER_CALL),
    EMPTY_BODY(FaultPoint.AFTER_CALL),
    SINGLE_OBJECT_FOR_LIST(FaultPoint.AFTER_CALL);

    /** When a fault applies. Those of writes do not apply to reads unless a method is named. */
    enum FaultPoint {
        DELAY_BEFORE_CALL,
        INSTEAD_OF_CALL,
        INSTEAD_OF_WRITE,
        TRANSACTION_OUTCOME,
        REBOOT_OUTCOME,
        DEVICE_VISIBILITY,
        QUERY_EVALUATION,
        AFTER_CALL,
        AFTER_WRITE;

        boolean writesOnly() {
            return this == INSTEAD_OF_WRITE || this == AFTER_WRITE;
        }
    }

    private final String wireName;
    private final FaultPoint faultPoint;

    FaultKind(FaultPoint faultPoint) {
        this.wireName = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.faultPoint = faultPoint;
    }

    FaultKind(String wireName, FaultPoint faultPoint) {
        this.wireName = wireName;
        this.faultPoint = faultPoint;
    }

    String wireName() {
        return wireName;
    }

    FaultPoint faultPoint() {
        return faultPoint;
    }

    static Optional<FaultKind> fromWireName(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(FaultKind::wireName).toList();
    }
}
