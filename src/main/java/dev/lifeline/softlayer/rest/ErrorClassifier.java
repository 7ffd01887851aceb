package dev.lifeline.softlayer.rest;

import dev.lifeline.softlayer.rest.ApiError.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How is an error recognised? By its code, then by its words, then by the HTTP status; nowhere else. The order within each list
 * matters. Sources: softlayer.md 1.3, and softlayer-java issue 42 for the object mask.
 */
final class ErrorClassifier {

    private record Rule(String substring, Kind kind) {}

    private static final List<Rule> CODE_RULES = List.of(
            new Rule("ratelimitexceeded", Kind.RATE_LIMITED),
            new Rule("objectnotfound", Kind.NOT_FOUND),
            new Rule("accesstokenvalidation", Kind.TOKEN_EXPIRED),
            new Rule("activetransactionexists", Kind.DEVICE_BUSY),
            new Rule("reloadpermissiondenied", Kind.PERMISSION_DENIED),
            // "You do not have permission to access this user": one object that is not ours, not a call that is not
            // ours
            new Rule("exception_permissiondenied", Kind.NOT_FOUND),
            new Rule("webservice_objectmask", Kind.INVALID_OBJECT_MASK),
            new Rule("exception_notready", Kind.DEVICE_BUSY));

    /** The wording of the 20-minute window of remote management is in no source; all the candidates are matched. */
    private static final List<Rule> MESSAGE_RULES = List.of(
            new Rule("rate limit", Kind.RATE_LIMITED),
            new Rule("failed to exchange token", Kind.TOKEN_EXCHANGE_FAILED),
            new Rule("outstanding transaction", Kind.DEVICE_BUSY),
            new Rule("active transaction", Kind.DEVICE_BUSY),
            new Rule("remote management command", Kind.DEVICE_BUSY),
            new Rule("remote-management command", Kind.DEVICE_BUSY),
            new Rule("20 minutes", Kind.DEVICE_BUSY),
            new Rule("not have permission", Kind.PERMISSION_DENIED),
            new Rule("permission denied", Kind.PERMISSION_DENIED),
            new Rule("unable to find object", Kind.NOT_FOUND),
            new Rule("' not valid for '", Kind.INVALID_OBJECT_MASK),
            new Rule("internal error", Kind.TEMPORARY));

    private ErrorClassifier() {}

    static Kind classify(int status, String code, String text) {
        return firstMatch(CODE_RULES, code)
                .or(() -> firstMatch(MESSAGE_RULES, text))
                .orElseGet(() -> byStatus(status, text));
    }

    private static Optional<Kind> firstMatch(List<Rule> rules, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return rules.stream()
                .filter(rule -> lower.contains(rule.substring()))
                .map(Rule::kind)
                .findFirst();
    }

    private static Kind byStatus(int status, String text) {
        if (status == 401) return Kind.UNAUTHORIZED;
        // without a 401 it is said of one user or device that is not ours (softlayer.md 2.6)
        if (status == 404 || text.toLowerCase(Locale.ROOT).startsWith("access denied")) return Kind.NOT_FOUND;
        if (status == 403) return Kind.PERMISSION_DENIED;
        if (status == 429) return Kind.RATE_LIMITED;
        return status == 408 || status >= 500 ? Kind.TEMPORARY : Kind.OTHER;
    }
}
