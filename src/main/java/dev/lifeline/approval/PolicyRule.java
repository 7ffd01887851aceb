package dev.lifeline.approval;

import dev.lifeline.rescue.PolicyRequirements.ConfirmationRequirements;
import java.util.List;
import java.util.regex.Pattern;

/** One rule of a policy: its name, the requests that it matches, and its decision on them. */
public record PolicyRule(String name, Match match, PolicyDecision decision) {

    private static final Pattern USER_ID = Pattern.compile("(?:T[A-Z0-9]{2,40}/)?[UW][A-Z0-9]{2,}");

    /** The approvers that it names by handle, in order: neither by id nor by address. */
    public List<String> handles() {
        if (!(decision instanceof PolicyDecision.Permitted permitted)) return List.of();
        return permitted.requirements().approval().approverSelector().users().stream()
                .filter(user -> !USER_ID.matcher(user).matches() && user.lastIndexOf('@') <= 0)
                .sorted()
                .toList();
    }

    boolean denies() {
        return decision instanceof PolicyDecision.Denied;
    }

    /** Whether no request is any freer without it: it asks for nothing. */
    boolean onlyOpens() {
        return decision instanceof PolicyDecision.Permitted permitted
                && quorum() == 0
                && permitted.requirements().confirmation().equals(ConfirmationRequirements.NONE);
    }

    /** Number of approvals that it asks for; 0 for none, and for a rule that denies. */
    public int quorum() {
        return decision instanceof PolicyDecision.Permitted permitted
                ? permitted.requirements().quorum()
                : 0;
    }
}
