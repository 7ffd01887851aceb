package dev.lifeline.sandbox.softlayer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How can the pretend Classic misbehave? By name, as {@code POST /sandbox/faults} takes them. */
enum FaultKind {
    /** The connection is cut before anything is done. */
    DROP_BEFORE(FaultPoint.INSTEAD_OF_CALL),
    /** The answer takes its seconds. */
    SLOW(FaultPoint.DELAY_BEFORE_CALL),
    GATEWAY_502_HTML(FaultPoint.INSTEAD_OF_CALL),
    GATEWAY_504("504", FaultPoint.INSTEAD_OF_CALL),
    UNAUTHORIZED(FaultPoint.INSTEAD_OF_CALL),
    /** The user's IBMid is not linked: 500, and for good. */
    TOKEN_EXCHANGE(FaultPoint.INSTEAD_OF_CALL),
    /** A bearer token is too old: 500 too, and a new one helps (softlayer.md 1.1). */
    EXPIRED_TOKEN(FaultPoint.INSTEAD_OF_CALL),
    /** The provider's rate limit comes as 500. */
    RATE_LIMIT(FaultPoint.INSTEAD_OF_CALL),
    INTERNAL_ERROR_200(FaultPoint.INSTEAD_OF_CALL),
    INTERNAL_ERROR_500(FaultPoint.INSTEAD_OF_CALL),
    /** 404, which may mean forbidden. */
    NOT_FOUND(FaultPoint.INSTEAD_OF_CALL),
    PERMISSION_DENIED(FaultPoint.INSTEAD_OF_CALL),
    /** What is called is only half provisioned (softlayer.md 1.3). */
    NOT_READY(FaultPoint.INSTEAD_OF_CALL),
    OUTSTANDING_TRANSACTION(FaultPoint.INSTEAD_OF_WRITE),
    STUCK_TRANSACTION(FaultPoint.TRANSACTION_OUTCOME),
    TRANSACTION_NEVER_STARTS(FaultPoint.TRANSACTION_OUTCOME),
    VANISHED_TRANSACTION(FaultPoint.TRANSACTION_OUTCOME),
    /** The device is out of sight while the fault lasts. */
    VANISHED_DEVICE(FaultPoint.DEVICE_VISIBILITY),
    /** Relations asked for do not come. */
    MISSING_RELATIONS(FaultPoint.QUERY_EVALUATION),
    /** The filter counts for nothing, however right it is: everything is answered (softlayer.md, trap 3). */
    IGNORED_FILTER(FaultPoint.QUERY_EVALUATION),
    /** It is done, and the answer never arrives. */
    COMMIT_THEN_DROP(FaultPoint.AFTER_WRITE),
    NEVER_ENDING_BODY(FaultPoint.AFTER_CALL),
    /** 200 MB of valid JSON. */
    HUGE_BODY(FaultPoint.AFTER_CALL),
    NOT_JSON(FaultPoint.AFTER_CALL),
    CUT_OFF_JSON(FaultPoint.AFTER_CALL),
    EMPTY_BODY(FaultPoint.AFTER_CALL),
    SINGLE_OBJECT_FOR_LIST(FaultPoint.AFTER_CALL);

    /** When does a fault strike? Those of actions leave reads alone unless a method is named. */
    enum FaultPoint {
        DELAY_BEFORE_CALL,
        INSTEAD_OF_CALL,
        INSTEAD_OF_WRITE,
        TRANSACTION_OUTCOME,
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
