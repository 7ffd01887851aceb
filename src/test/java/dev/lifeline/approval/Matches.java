package dev.lifeline.approval;

import dev.lifeline.device.AccountName;
import dev.lifeline.rescue.PeopleSelector;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conditions with nothing in them but who asks, or where the device is. */
final class Matches {

    private Matches() {}

    static Match ofGroup(String group) {
        return ofRequester(new PeopleSelector(Set.of(group), Set.of()));
    }

    static Match ofRequester(PeopleSelector requester) {
        return of(Optional.of(requester), Set.of());
    }

    static Match inAccount(AccountName account) {
        return of(Optional.empty(), Set.of(account));
    }

    private static Match of(Optional<PeopleSelector> requester, Set<AccountName> accounts) {
        return new Match(List.of(), List.of(), List.of(), Set.of(), List.of(), Optional.empty(), requester, accounts);
    }
}
