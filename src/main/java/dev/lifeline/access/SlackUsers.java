package dev.lifeline.access;

/** Who is this person, by Slack's word? */
public interface SlackUsers {

    /**
     * Read afresh, or as of a short while ago.
     *
     * @throws SlackUserUnavailableException when Slack does not know them or does not answer
     */
    SlackUser get(SlackUserId id);

    /** Slack gave no usable answer about a person, so nothing may be assumed of them. */
    final class SlackUserUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public SlackUserUnavailableException(String detail) {
            super(detail);
        }

        public SlackUserUnavailableException(String detail, Throwable cause) {
            super(detail, cause);
        }
    }
}
