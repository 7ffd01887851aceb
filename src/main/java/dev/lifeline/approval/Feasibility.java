package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Agreement;
import dev.lifeline.rescue.Agreement.Reminder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Can every rule be satisfied by the people there are? A rule that nobody could satisfy would leave a server down at night. */
public final class Feasibility {

    private final Directory directory;

    public Feasibility(Directory directory) {
        this.directory = directory;
    }

    /** What is wrong, a sentence each, with the mend; empty when every rule can be satisfied whoever asks. */
    public List<String> problems(Rules rules) {
        List<String> problems = new ArrayList<>();
        for (Rule rule : rules.all())
            if (rule.ruling() instanceof Ruling.Asks asks)
                check(rule.name(), asks.clearance().agreement(), problems);
        return problems;
    }

    private void check(String rule, Agreement agreement, List<String> problems) {
        Set<SlackUserId> people = new HashSet<>();
        for (String group : agreement.approvers().groups()) {
            Optional<Set<SlackUserId>> members = directory.group(group);
            if (members.isEmpty())
                problems.add("rule " + rule + ": there is no Slack user group " + group
                        + "; create it or correct its handle");
            members.ifPresent(people::addAll);
        }
        addPeople(rule, agreement.approvers().people(), people, problems);
        addPeople(rule, agreement.reminder().map(Reminder::then).orElse(Set.of()), people, problems);
        if (agreement.quorum() > 0 && agreement.approvers().named()) count(rule, agreement, people.size(), problems);
    }

    private void addPeople(String rule, Set<String> references, Set<SlackUserId> people, List<String> problems) {
        for (String reference : references) {
            Optional<SlackUserId> person = directory.person(reference);
            if (person.isEmpty())
                problems.add("rule " + rule + ": Slack knows nobody, or several, by " + reference
                        + "; give the member id or the e-mail");
            person.ifPresent(people::add);
        }
    }

    /** Whoever asks may be one of the approvers, and has no vote then. */
    private static void count(String rule, Agreement agreement, int people, List<String> problems) {
        int quorum = agreement.quorum();
        if (people < quorum)
            problems.add("rule " + rule + ": " + quorum + " must approve but only " + people
                    + " may, so nobody could satisfy it; name more approvers");
        else if (people == quorum)
            problems.add(
                    "rule " + rule + ": when one of its " + people
                            + " approvers asks, too few others are left; name more approvers, or add one with remind: {then: …}");
    }
}
