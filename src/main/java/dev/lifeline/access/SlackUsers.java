package dev.lifeline.access;

import dev.lifeline.device.Outage;
import java.util.Locale;
import java.util.Optional;

/** Reads Slack users by their id: name, e-mail, kind and locale. Thread-safe. */
public interface SlackUsers {

    /**
     * Returns the person as Slack describes them now, or described them at most 10 seconds ago.
     *
     * <p>One Web API call for concurrent callers together, repeated up to 3 times within 6 seconds while Slack fails
     * transiently or asks for a pause of at most 3 seconds. Blocks for it.
     *
     * @throws SlackUserUnavailableException when Slack does not know them or gives no usable answer
     */
    SlackUser get(SlackUserId id);

    /** Returns the language that Slack last told of a person, however long ago; empty where nothing is remembered. Asks nobody. */
    default Optional<Locale> rememberedLocale(SlackUserId id) {
        return Optional.empty();
    }

    /** Thrown when Slack gave no usable answer about a person, so that nothing may be assumed of them. */
    final class SlackUserUnavailableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Outage outage;

        /** A temporary outage. */
        public SlackUserUnavailableException(String detail) {
            super(detail);
            this.outage = Outage.TEMPORARY;
        }

        public SlackUserUnavailableException(String detail, Throwable cause, Outage outage) {
            super(detail, cause);
            this.outage = outage;
        }

        /** Whether the same question may be answered later. */
        public Outage outage() {
            return outage;
        }
    }
}
