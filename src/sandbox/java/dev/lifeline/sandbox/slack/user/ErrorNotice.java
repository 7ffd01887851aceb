package dev.lifeline.sandbox.slack.user;

import dev.lifeline.sandbox.slack.delivery.Ack;
import java.util.Optional;

/**
 * The error that Slack shows a user whose interaction the app did not acknowledge (src/docs/platform/slack.md, section What
 * is lost when the process dies).
 */
final class ErrorNotice {

    private static final String MODAL_PREFIX = "We had some trouble connecting. Try again? ";

    private ErrorNotice() {}

    /** The notice beside a button. */
    static Optional<String> forClick(Ack ack) {
        return switch (ack.outcome()) {
            case ACKED -> Optional.empty();
            case TIMED_OUT, HTTP_TIMED_OUT ->
                Optional.of("Operation timed out. Apps need to respond within 3 seconds. (operation_timeout)");
            case NOT_DISPATCHED -> Optional.of("This app could not be reached. (dispatch_failed)");
            case HTTP_ERROR, HTTP_ERROR_NO_RETRY -> Optional.of("This app responded with Status Code " + ack.httpStatus() + ".");
        };
    }

    /** The notice in a modal, which stays open. */
    static Optional<String> forSubmission(Ack ack) {
        return forClick(ack).map(ErrorNotice::inModal);
    }

    /** The notice in a modal for any other reason. */
    static String inModal(String reason) {
        return MODAL_PREFIX + reason;
    }
}
