package dev.lifeline.device;

import java.util.List;
import java.util.Optional;

/**
 * What a person typed in an account: {@code lab:web-07}. A colon belongs to the account where the name of one stands before it, and else to
 * what is named, such as an IPv6 address.
 *
 * @param account empty where none is named
 */
public record AccountReference(Optional<AccountName> account, String name) {

    /**
     * What was typed, apart.
     *
     * @param accounts that there are
     */
    public static AccountReference parse(String typed, List<AccountName> accounts) {
        String text = typed.strip();
        if (accounts.size() > 1)
            for (AccountName account : accounts) {
                Optional<String> rest = account.afterPrefix(text);
                if (rest.isPresent())
                    return new AccountReference(Optional.of(account), rest.get().strip());
            }
        return new AccountReference(Optional.empty(), text);
    }
}
