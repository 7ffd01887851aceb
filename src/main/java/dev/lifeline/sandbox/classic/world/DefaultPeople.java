package dev.lifeline.sandbox.classic.world;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The account's users in every default world (design.md, "The stand-ins"); farid and gwen are not among them. */
public final class DefaultPeople {

    private static final Set<String> VIEWING = Set.of(Permission.VIEW_GUESTS, Permission.VIEW_HARDWARE);
    private static final Set<String> ON_CALL =
            plus(VIEWING, Permission.RELOAD, Permission.REMOTE_MANAGEMENT, Permission.VIEW_PASSWORDS);
    private static final Set<String> EVERYWHERE = plus(ON_CALL, Permission.ALL_GUESTS, Permission.ALL_HARDWARE);
    private static final Set<String> LEADING = plus(EVERYWHERE, Permission.MANAGE_USERS);

    private static final long ELENA = 143201;
    private static final long LIFELINE = 8412077;
    private static final long CHIARA = 6120411;

    private DefaultPeople() {}

    /** Everybody, parents before children. */
    public static List<CloudUser> all() {
        Set<String> functional = plus(LEADING, Permission.VIEW_EVENTS);
        return List.of(
                new CloudUser(
                        ELENA,
                        "elena",
                        username("elena"),
                        "Elena",
                        "Petrova",
                        null,
                        Set.of(),
                        Access.FULL,
                        Access.FULL),
                new CloudUser(
                        LIFELINE,
                        "lifeline",
                        "lifeline",
                        "Lifeline",
                        "Bot",
                        ELENA,
                        functional,
                        Access.FULL,
                        Access.FULL),
                person(CHIARA, "chiara", "Rinaldi", LIFELINE, LEADING, Access.FULL, Access.FULL),
                person(6120433, "asha", "Rao", CHIARA, EVERYWHERE, Access.FULL, Access.FULL),
                person(6120452, "bruno", "Conti", CHIARA, ON_CALL, Access.to(104870101L), Access.to(2154871L)),
                person(6120498, "dario", "Okafor", CHIARA, VIEWING, Access.FULL, Access.FULL));
    }

    private static CloudUser person(
            long id, String name, String family, long parent, Set<String> may, Access guests, Access hardware) {
        String given = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new CloudUser(id, name, username(name), given, family, parent, may, guests, hardware);
    }

    private static String username(String name) {
        return People.ACCOUNT + "_" + name + "@example.com";
    }

    private static Set<String> plus(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
