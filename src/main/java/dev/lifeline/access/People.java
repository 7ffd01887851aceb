package dev.lifeline.access;

/** Who is this person, by Slack's word? */
public interface People {

    /**
     * Read afresh, or as of a short while ago.
     *
     * @throws PersonUnknown when Slack does not know them or does not answer
     */
    Person person(SlackUserId id);

    /** Slack gave no usable answer about a person, so nothing may be assumed of them. */
    final class PersonUnknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public PersonUnknown(String detail) {
            super(detail);
        }

        public PersonUnknown(String detail, Throwable cause) {
            super(detail, cause);
        }
    }
}
