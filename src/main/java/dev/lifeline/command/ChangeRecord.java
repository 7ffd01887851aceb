package dev.lifeline.command;

import dev.lifeline.access.Change;
import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Right;
import dev.lifeline.chronicle.Author;
import dev.lifeline.chronicle.Chronicle;
import dev.lifeline.message.AccessChanged;
import java.util.Locale;
import java.util.Map;

/** What does the record say of a change of access? One line before the provider is called, one after. */
final class ChangeRecord {

    private final Chronicle chronicle;

    ChangeRecord(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void ordered(Author author, Change change, CloudUser before) {
        Map<String, String> details = Map.of(
                "user", change.username(),
                "userId", change.user().toString(),
                "right", right(change),
                "before", had(change.right().isOf(before)));
        chronicle.noted(name(change) + "-ordered", device(change), author, details);
    }

    void ended(Author author, AccessChanged changed) {
        Change change = changed.offer().change();
        boolean grant = change.way() == Change.Way.GRANT;
        Map<String, String> details = Map.of(
                "user", change.username(),
                "userId", change.user().toString(),
                "right", right(change),
                "answer", changed.outcome().toString(),
                "after", changed.seen().map(made -> had(made == grant)).orElse("not told"));
        String ending = changed.isMade() ? "-seen" : "-not-seen";
        chronicle.noted(name(change) + ending, device(change), author, details);
    }

    /** {@code grant} or {@code revoke}. */
    static String name(Change change) {
        return change.way().name().toLowerCase(Locale.ROOT);
    }

    /** The device's id; empty where the change is about none. */
    static String device(Change change) {
        return change.right() instanceof Right.ToReach reach ? reach.device().toString() : "";
    }

    private static String right(Change change) {
        return change.right() instanceof Right.ToDo toDo ? toDo.permission().name() : "device access";
    }

    private static String had(boolean has) {
        return has ? "has it" : "has it not";
    }
}
