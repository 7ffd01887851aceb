package dev.lifeline.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Was this launch legitimate, by what a bystander wrote down? Knows nothing of stages, plans or votes: only who did what when, who stood
 * for which cloud user and what that one might do at that moment. Says what P4 and P5 forbid, not what must succeed.
 */
final class Witness {

    private static final Duration APPROVE_WITHIN = Duration.ofMinutes(15);
    private static final Duration START_WITHIN = Duration.ofMinutes(10);

    /** Something that somebody did, and how things stood then. */
    record Seen(Deed deed, int person, int user, boolean mayLaunch, boolean poweredOn, Instant at) {}

    private final List<Seen> seen = new ArrayList<>();
    private int quorum;

    /** A new request begins: what was before counts no more. */
    void begins(Seen asked, int wanted) {
        seen.clear();
        seen.add(asked);
        quorum = wanted;
    }

    void saw(Seen what) {
        if (!seen.isEmpty()) seen.add(what);
    }

    /** What is wrong with launching now; empty where nothing is. */
    Optional<String> objection(Map<Integer, Integer> users, Set<Integer> mayLaunch, boolean poweredOn, Instant now) {
        if (seen.isEmpty()) return Optional.of("nobody asked");
        Seen asked = seen.get(0);
        int present = Optional.ofNullable(users.get(asked.person())).orElseThrow();
        if (present != asked.user()) return Optional.of("P5: the requester is another cloud user by now");
        if (!mayLaunch.contains(present)) return Optional.of("P4: the requester may not launch");
        if (by(asked, Deed.CONFIRM).isEmpty()) return Optional.of("the requester never said yes");
        boolean broken = by(asked, Deed.BREAK_THE_GLASS).stream().anyMatch(Seen::mayLaunch);
        if (quorum == 0 || broken) return Optional.empty();
        Set<Integer> agreed = agreed(asked, poweredOn, now);
        return agreed.size() >= quorum
                ? Optional.empty()
                : Optional.of("P5: " + agreed.size() + " of " + quorum + " cloud users agreed to this machine in time");
    }

    private List<Seen> by(Seen asked, Deed deed) {
        return seen.stream()
                .filter(one -> one.deed() == deed && one.person() == asked.person() && one.user() == asked.user())
                .toList();
    }

    private Set<Integer> agreed(Seen asked, boolean poweredOn, Instant now) {
        return seen.stream()
                .filter(one -> one.deed() == Deed.APPROVE && one.mayLaunch() && one.poweredOn() == poweredOn)
                .filter(one -> one.person() != asked.person() && one.user() != asked.user())
                .filter(one -> one.at().plus(APPROVE_WITHIN).plus(START_WITHIN).isAfter(now))
                .map(Seen::user)
                .collect(Collectors.toSet());
    }
}
