package dev.lifeline.config;

import dev.lifeline.device.AccountName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names under which settings are given: those of {@link SettingName}, and those of the provider again for each further account, with its
 * name at the end: {@code SL_API_KEY_LAB}.
 */
record SettingKeys(List<Key> keys) {

    /** A misspelt name differs by no more characters from the one that was meant. */
    private static final int MAX_EDITS = 2;

    /**
     * One setting.
     *
     * @param file the name of the setting that holds the path of a file instead
     * @param lowerCase another name of the same
     */
    record Key(String name, Optional<String> file, Optional<String> lowerCase) {}

    SettingKeys {
        keys = List.copyOf(keys);
    }

    /** @param accounts besides the main one */
    static SettingKeys of(List<AccountName> accounts) {
        List<Key> keys = new ArrayList<>();
        for (SettingName setting : SettingName.values())
            keys.add(new Key(setting.name(), setting.fileSetting(), setting.lowerCaseName()));
        for (AccountName account : accounts)
            for (SettingName setting : SettingName.ofAccounts())
                keys.add(new Key(
                        setting.nameFor(account),
                        setting.fileSetting().map(file -> setting.nameFor(account) + SettingName.FILE_SUFFIX),
                        Optional.empty()));
        return new SettingKeys(keys);
    }

    /** The names that are well-formed in a list of accounts. */
    static List<AccountName> accounts(String list) {
        return Arrays.stream(list.strip().toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(AccountName::isName)
                .distinct()
                .map(AccountName::new)
                .filter(account -> !account.isMain())
                .toList();
    }

    /** All names, those with the path of a file among them. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Key key : keys) {
            names.add(key.name());
            key.file().ifPresent(names::add);
        }
        return names;
    }

    /** The known name that a misspelt one is nearest to; empty where none is near. */
    Optional<String> nearestTo(String misspelt) {
        List<String> byDistance = names().stream()
                .sorted((one, other) -> Integer.compare(distance(misspelt, one), distance(misspelt, other)))
                .toList();
        return Optional.of(byDistance.get(0)).filter(name -> distance(misspelt, name) <= MAX_EDITS);
    }

    /** How many characters have to be inserted, removed or replaced (Levenshtein). */
    private static int distance(String from, String to) {
        if (Math.abs(from.length() - to.length()) > MAX_EDITS) return MAX_EDITS + 1;
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
