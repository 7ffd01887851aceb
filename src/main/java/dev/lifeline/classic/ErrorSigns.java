package dev.lifeline.classic;

import dev.lifeline.classic.ApiError.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How is an error recognised? By its code, then by its words, then by the HTTP status; nowhere else. The order within each list
 * matters. Sources: softlayer.md 1.3, and softlayer-java issue 42 for the object mask.
 */
final class ErrorSigns {

    private record Sign(String part, Kind kind) {}

    private static final List<Sign> CODES = List.of(
            new Sign("ratelimitexceeded", Kind.RATE_LIMITED),
            new Sign("objectnotfound", Kind.NOT_FOUND),
            new Sign("accesstokenvalidation", Kind.TOKEN_EXPIRED),
            new Sign("activetransactionexists", Kind.BUSY),
            new Sign("reloadpermissiondenied", Kind.PERMISSION),
            // "You do not have permission to access this user": one object that is not ours, not a call that is not
            // ours
            new Sign("exception_permissiondenied", Kind.NOT_FOUND),
            new Sign("webservice_objectmask", Kind.BAD_MASK),
            new Sign("exception_notready", Kind.BUSY));

    /** The wording of the 20-minute window of remote management is in no source; all the candidates are matched. */
    private static final List<Sign> WORDS = List.of(
            new Sign("rate limit", Kind.RATE_LIMITED),
            new Sign("failed to exchange token", Kind.TOKEN_EXCHANGE),
            new Sign("outstanding transaction", Kind.BUSY),
            new Sign("active transaction", Kind.BUSY),
            new Sign("remote management command", Kind.BUSY),
            new Sign("remote-management command", Kind.BUSY),
            new Sign("20 minutes", Kind.BUSY),
            new Sign("not have permission", Kind.PERMISSION),
            new Sign("permission denied", Kind.PERMISSION),
            new Sign("unable to find object", Kind.NOT_FOUND),
            new Sign("' not valid for '", Kind.BAD_MASK),
            new Sign("internal error", Kind.TEMPORARY));

    private ErrorSigns() {}

    static Kind kindOf(int status, String code, String text) {
        return in(CODES, code).or(() -> in(WORDS, text)).orElseGet(() -> byStatus(status, text));
    }

    private static Optional<Kind> in(List<Sign> signs, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return signs.stream()
                .filter(sign -> lower.contains(sign.part()))
                .map(Sign::kind)
                .findFirst();
    }

    private static Kind byStatus(int status, String text) {
        if (status == 401) return Kind.UNAUTHORIZED;
        // without a 401 it is said of one user or device that is not ours (softlayer.md 2.6)
        if (status == 404 || text.toLowerCase(Locale.ROOT).startsWith("access denied")) return Kind.NOT_FOUND;
        if (status == 403) return Kind.PERMISSION;
        if (status == 429) return Kind.RATE_LIMITED;
        return status == 408 || status >= 500 ? Kind.TEMPORARY : Kind.OTHER;
    }
}
