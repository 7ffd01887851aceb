package dev.lifeline.sandbox.classic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How can the pretend Classic misbehave? By name, as {@code POST /sandbox/faults} takes them. */
enum FaultKind {
    /** The connection is cut before anything is done. */
    DROP_BEFORE(Point.INSTEAD),
    /** The answer takes its seconds. */
    SLOW(Point.BEFORE),
    GATEWAY_502_HTML(Point.INSTEAD),
    GATEWAY_504("504", Point.INSTEAD),
    UNAUTHORIZED(Point.INSTEAD),
    /** The user's IBMid is not linked: 500, and for good. */
    TOKEN_EXCHANGE(Point.INSTEAD),
    /** A bearer token is too old: 500 too, and a new one helps (softlayer.md 1.1). */
    EXPIRED_TOKEN(Point.INSTEAD),
    /** The provider's rate limit comes as 500. */
    RATE_LIMIT(Point.INSTEAD),
    INTERNAL_ERROR_200(Point.INSTEAD),
    INTERNAL_ERROR_500(Point.INSTEAD),
    /** 404, which may mean forbidden. */
    NOT_FOUND(Point.INSTEAD),
    PERMISSION_DENIED(Point.INSTEAD),
    /** What is called is only half provisioned (softlayer.md 1.3). */
    NOT_READY(Point.INSTEAD),
    OUTSTANDING_TRANSACTION(Point.INSTEAD_OF_ACTIONS),
    STUCK_TRANSACTION(Point.FATE),
    TRANSACTION_NEVER_STARTS(Point.FATE),
    VANISHED_TRANSACTION(Point.FATE),
    /** The device is out of sight while the fault lasts. */
    VANISHED_DEVICE(Point.SIGHT),
    /** Relations asked for do not come. */
    MISSING_RELATIONS(Point.MANNER),
    /** The filter counts for nothing, however right it is: everything is answered (softlayer.md, trap 3). */
    IGNORED_FILTER(Point.MANNER),
    /** It is done, and the answer never arrives. */
    COMMIT_THEN_DROP(Point.AFTER_ACTIONS),
    NEVER_ENDING_BODY(Point.AFTER),
    /** 200 MB of valid JSON. */
    HUGE_BODY(Point.AFTER),
    NOT_JSON(Point.AFTER),
    CUT_OFF_JSON(Point.AFTER),
    EMPTY_BODY(Point.AFTER),
    SINGLE_OBJECT_FOR_LIST(Point.AFTER);

    /** When does a fault strike? Those of actions leave reads alone unless a method is named. */
    enum Point {
        BEFORE,
        INSTEAD,
        INSTEAD_OF_ACTIONS,
        FATE,
        SIGHT,
        MANNER,
        AFTER,
        AFTER_ACTIONS;

        boolean onlyActions() {
            return this == INSTEAD_OF_ACTIONS || this == AFTER_ACTIONS;
        }
    }

    private final String word;
    private final Point point;

    FaultKind(Point point) {
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.point = point;
    }

    FaultKind(String word, Point point) {
        this.word = word;
        this.point = point;
    }

    String word() {
        return word;
    }

    Point point() {
        return point;
    }

    static Optional<FaultKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FaultKind::word).toList();
    }
}
