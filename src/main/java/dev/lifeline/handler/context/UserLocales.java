package dev.lifeline.handler.context;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.SlackUsers;
import java.util.Locale;

/** The languages that Slack users read. */
public final class UserLocales {

    private final SlackUsers slackUsers;

    public UserLocales(SlackUsers slackUsers) {
        this.slackUsers = slackUsers;
    }

    /** The language of a user; English where it cannot be read for whatever reason, because error messages depend on it too. */
    public Locale find(SlackUserId user) {
        try {
            return slackUsers.get(user).locale();
        } catch (RuntimeException e) {
            return Locale.ENGLISH;
        }
    }
}
