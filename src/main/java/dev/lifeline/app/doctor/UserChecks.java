package dev.lifeline.app.doctor;

import dev.lifeline.access.Permission;
import dev.lifeline.softlayer.AccountUsers;
import dev.lifeline.softlayer.rest.CurrentUser;
import java.util.List;
import java.util.stream.Collectors;

/** Tells whether the bot's user sees the account's users, and is above those whose access it is to change. */
final class UserChecks {

    private static final String SUBJECT = "users";
    private static final int MAX_NAMES = 5;

    private UserChecks() {}

    static CheckResult check(CurrentUser bot, AccountUsers users) {
        if (users.others() == 0)
            return CheckResult.warn(
                    SUBJECT,
                    "the bot's user sees no other user, so nobody is found by their e-mail: give it "
                            + Permission.USER_MANAGE.portalName() + ", or make it the parent of those it serves");
        String seen = users.others() + " in sight";
        if (!bot.hasPermission(Permission.USER_MANAGE))
            return CheckResult.ok(
                    SUBJECT,
                    seen + "; the bot's user lacks " + Permission.USER_MANAGE.portalName()
                            + ", so /rescue access shows what people lack and grants nothing");
        List<String> notBelow = bot.masterLike() ? List.of() : users.notBelow();
        return notBelow.isEmpty()
                ? CheckResult.ok(SUBJECT, seen + ", the bot's user is above all that it may manage")
                : CheckResult.warn(
                        SUBJECT,
                        "the bot's user is not above " + names(notBelow)
                                + ", so it grants and revokes nothing for them: have the owner make it their parent");
    }

    private static String names(List<String> usernames) {
        String first = usernames.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
        return usernames.size() > MAX_NAMES ? first + " and " + (usernames.size() - MAX_NAMES) + " more" : first;
    }
}
