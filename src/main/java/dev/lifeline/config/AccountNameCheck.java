package dev.lifeline.config;

import dev.lifeline.device.AccountName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the names of accounts. */
final class AccountNameCheck {

    /** The first account, and what begins the name of a simulated device. */
    private static final Set<String> TAKEN = Set.of(AccountName.MAIN.value(), "drill");

    private AccountNameCheck() {}

    /**
     * What is wrong with a list of names, if anything. A name that ends in {@code file} would make the settings of one account those with the
     * path of a file of another.
     */
    static Optional<String> problem(String list) {
        List<String> names = Arrays.asList(list.strip().toLowerCase(Locale.ROOT).split("[,\\s]+"));
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!AccountName.isName(name))
                return Optional.of(SettingName.LIFELINE_ACCOUNTS + " has '" + name
                        + "', which is no name: a letter, then letters, digits and hyphens, at most 20");
            if (TAKEN.contains(name) || name.equals("file") || name.endsWith("-file"))
                return Optional.of(
                        SettingName.LIFELINE_ACCOUNTS + " has '" + name + "', which means something else already");
            if (!seen.add(name)) return Optional.of(SettingName.LIFELINE_ACCOUNTS + " has '" + name + "' twice");
        }
        return Optional.empty();
    }
}
