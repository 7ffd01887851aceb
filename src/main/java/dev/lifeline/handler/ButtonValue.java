package dev.lifeline.handler;

import dev.lifeline.rescue.RequestId;
import java.util.Optional;

/**
 * The value of a request's button: {@code ID} or, where approval depends on the plan that the message showed, {@code ID.DIGEST}. The
 * client may have forged it.
 *
 * @param requestId empty where the text cannot be the id of a request
 * @param planDigest empty on buttons that need none
 */
record ButtonValue(Optional<RequestId> requestId, String planDigest) {

    private static final char PLAN_DIGEST_SEPARATOR = '.';

    static ButtonValue parse(String value) {
        int separator = value.indexOf(PLAN_DIGEST_SEPARATOR);
        String id = separator < 0 ? value : value.substring(0, separator);
        Optional<RequestId> requestId =
                Optional.of(id).filter(RequestId::isWellFormed).map(RequestId::new);
        return new ButtonValue(requestId, separator < 0 ? "" : value.substring(separator + 1));
    }
}
