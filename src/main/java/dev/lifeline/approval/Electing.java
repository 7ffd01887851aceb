package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Agreement;
import dev.lifeline.rescue.Agreement.Reminder;
import dev.lifeline.rescue.Approvers;
import dev.lifeline.rescue.Electorate;
import dev.lifeline.rescue.Requester;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Who are the approvers that a rule names, as of now? Read afresh each time, since people come and go. */
public final class Electing {

    private final Directory directory;

    public Electing(Directory directory) {
        this.directory = directory;
    }

    /** Whom to ask about somebody's wish: everybody named but the requester. */
    public Electorate electorate(Agreement agreement, Requester requester) {
        Set<SlackUserId> asked = named(agreement.approvers());
        Set<SlackUserId> later = later(agreement);
        asked.remove(requester.person());
        later.remove(requester.person());
        later.removeAll(asked);
        return new Electorate(asked, later);
    }

    /**
     * May this person approve, by name?
     *
     * @param reminded whether those whom the policy adds later have been asked by now
     */
    public boolean includes(Agreement agreement, SlackUserId person, boolean reminded) {
        if (!agreement.approvers().named()) return true;
        return named(agreement.approvers()).contains(person)
                || (reminded && later(agreement).contains(person));
    }

    /** Whether enough people but the requester are named, counting those who are asked later; always where nobody is named. */
    public boolean enough(Agreement agreement, Electorate electorate) {
        return !agreement.approvers().named()
                || electorate.asked().size() + electorate.later().size() >= agreement.quorum();
    }

    private Set<SlackUserId> named(Approvers approvers) {
        Set<SlackUserId> named = people(approvers.people());
        approvers.groups().forEach(group -> directory.group(group).ifPresent(named::addAll));
        return named;
    }

    private Set<SlackUserId> later(Agreement agreement) {
        return agreement.reminder().map(Reminder::then).map(this::people).orElseGet(HashSet::new);
    }

    private Set<SlackUserId> people(Set<String> references) {
        return references.stream()
                .flatMap(reference -> directory.person(reference).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
