package dev.lifeline.command;

import dev.lifeline.access.AccessRules;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Deed;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Refusal;
import dev.lifeline.device.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code /rescue whoami}: who the caller is on the account, and what stands against what they may want to do. */
final class ShowWhoAmI {

    private static final List<Deed> WANTED = List.of(Deed.LAUNCH, Deed.RETURN, Deed.REVEAL);

    private final Desk desk;

    ShowWhoAmI(Desk desk) {
        this.desk = desk;
    }

    Decision decide(Caller caller) {
        List<Refusal> refusals = desk.accounts().remedies().of(caller.user(), objections(caller.user()));
        return desk.reply(caller, caller.voice().access().whoAmI(caller.user(), refusals));
    }

    /** Of every deed and every kind of device; each once. */
    private static List<Objection> objections(CloudUser user) {
        Set<Objection> objections = new LinkedHashSet<>();
        for (Deed deed : WANTED)
            for (Kind kind : Kind.values()) objections.addAll(AccessRules.objections(deed, user, kind));
        return new ArrayList<>(objections);
    }
}
