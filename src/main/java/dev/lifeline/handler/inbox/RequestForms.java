package dev.lifeline.handler.inbox;

import dev.lifeline.message.model.Form;
import java.util.Locale;
import java.util.Map;

/**
 * What the forms of a request need to know of it while Slack waits. Each call reads the database once and nothing else; what it says binds
 * nobody, since a submission is decided when it is processed. Thread-safe.
 */
public interface RequestForms {

    /** Adds nothing and objects to nothing. */
    RequestForms NONE = new RequestForms() {
        @Override
        public Form complete(Form form, Locale locale) {
            return form;
        }

        @Override
        public Map<String, String> findErrors(Interaction submission, Locale locale) {
            return Map.of();
        }
    };

    /** The form with the hint of the policy, and with the reason that came with the request. */
    Form complete(Form form, Locale locale);

    /** What is wrong with a submission, by the name of the field; empty where it can be processed. */
    Map<String, String> findErrors(Interaction submission, Locale locale);
}
