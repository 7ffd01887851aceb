package dev.lifeline.access;

import java.util.List;
import java.util.Optional;

/** Which cloud user is a Slack person? Remembered by id, since names and e-mails change; one link a person, the newest counts. */
public interface AccountLinks {

    /** The person's link, a cut one too. */
    Optional<AccountLink> find(SlackUserId person);

    /** The links that stand, of everybody who is this cloud user. */
    List<AccountLink> findByCloudUser(CloudUserId user);

    /** Every link that stands, in the order of the persons' ids. */
    List<AccountLink> listActive();

    /** Remembers it in the place of any other of that person. */
    void save(AccountLink accountLink);

    /** Remembers it, unless the person has one, cut or not: somebody may have been quicker. */
    void saveIfAbsent(AccountLink accountLink);
}
