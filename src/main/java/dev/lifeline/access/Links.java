package dev.lifeline.access;

import java.util.Optional;

/** Which cloud user is a Slack person? Remembered by id, since e-mails change; identity, never entitlement. */
public interface Links {

    Optional<CloudUserId> of(SlackUserId person);

    /** Remembers; the newest link of a person counts. */
    void link(SlackUserId person, CloudUserId user);
}
