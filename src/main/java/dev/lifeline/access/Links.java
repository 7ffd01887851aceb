package dev.lifeline.access;

import java.util.List;
import java.util.Optional;

/** Which cloud user is a Slack person? Remembered by id, since e-mails change; identity, never entitlement. */
public interface Links {

    Optional<CloudUserId> of(SlackUserId person);

    /** Who in Slack is this cloud user? Those linked first come first; empty where nobody is. */
    List<SlackUserId> of(CloudUserId user);

    /** Remembers; the newest link of a person counts. */
    void link(SlackUserId person, CloudUserId user);
}
