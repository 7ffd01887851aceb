package dev.lifeline.approval;

import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.PeopleSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who could ask, as far as the rules tell people apart.
 *
 * @param selectors the selectors of the rules that mean this person
 */
record RequestPerson(Set<PeopleSelector> selectors) {

    /** Whom no rule names. */
    static final RequestPerson ANYBODY_ELSE = new RequestPerson(Set.of());

    RequestPerson {
        selectors = Set.copyOf(selectors);
    }

    /** Everybody whom a rule names as a requester, and anybody else. Blocks for one look-up for each name. */
    static List<RequestPerson> of(PolicyRules policyRules, Directory directory) {
        Map<SlackUserId, Set<PeopleSelector>> named = new HashMap<>();
        Set<PeopleSelector> selectors = policyRules.rules().stream()
                .flatMap(rule -> rule.match().requester().stream())
                .collect(Collectors.toSet());
        for (PeopleSelector selector : selectors)
            PeopleLookup.find(selector, directory)
                    .forEach(person -> named.computeIfAbsent(person, unseen -> new HashSet<>())
                            .add(selector));
        List<RequestPerson> people = new ArrayList<>(List.of(ANYBODY_ELSE));
        named.values().stream().distinct().map(RequestPerson::new).forEach(people::add);
        return people;
    }

    boolean matches(Match match) {
        return match.requester().map(selectors::contains).orElse(true);
    }
}
