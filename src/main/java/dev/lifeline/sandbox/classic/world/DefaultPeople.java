package dev.lifeline.sandbox.classic.world;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The account's users in every default world (design.md, "The stand-ins"); farid and gwen are not among them. */
public final class DefaultPeople {

    private static final Set<String> VIEWING = Set.of(Permission.VIEW_GUESTS, Permission.VIEW_HARDWARE);
    private static final Set<String> ON_CALL =
            plus(VIEWING, Permission.RELOAD, Permission.REMOTE_MANAGEMENT, Permission.VIEW_PASSWORDS);
    private static final Set<String> EVERYWHERE = plus(ON_CALL, Permission.ALL_GUESTS, Permission.ALL_HARDWARE);
    private static final Set<String> LEADING = plus(EVERYWHERE, Permission.MANAGE_USERS);
    private static final Set<String> FUNCTIONAL = plus(LEADING, Permission.VIEW_EVENTS);

    private static final long ELENA = 143201;
    private static final long LIFELINE = 8412077;
    private static final long CHIARA = 6120411;
    private static final long WEB_07 = 104870101;
    private static final long DB_01 = 2154871;

    private DefaultPeople() {}

    /** Everybody, parents before children; the functional user is above all but the owner. */
    public static List<CloudUser> all() {
        return List.of(
                user(ELENA, person("elena", "Petrova"), null, Set.of()),
                user(LIFELINE, new CloudUser.Name("lifeline", "lifeline", "Lifeline", "Bot"), ELENA, FUNCTIONAL),
                user(CHIARA, person("chiara", "Rinaldi"), LIFELINE, LEADING),
                user(6120433, person("asha", "Rao"), CHIARA, EVERYWHERE),
                user(6120452, person("bruno", "Conti"), CHIARA, ON_CALL)
                        .with(Kind.VIRTUAL_GUEST, new Access(false, Set.of(WEB_07)))
                        .with(Kind.HARDWARE, new Access(false, Set.of(DB_01))),
                user(6120498, person("dario", "Okafor"), CHIARA, VIEWING));
    }

    private static CloudUser user(long id, CloudUser.Name name, @Nullable Long parent, Set<String> may) {
        return new CloudUser(id, name, parent, CloudUser.Standing.ORDINARY, may, Access.FULL, Access.FULL);
    }

    private static CloudUser.Name person(String name, String last) {
        String first = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new CloudUser.Name(name, People.ACCOUNT + "_" + name + "@example.com", first, last);
    }

    private static Set<String> plus(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
