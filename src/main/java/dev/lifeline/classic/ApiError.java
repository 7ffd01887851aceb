package dev.lifeline.classic;

/**
 * What did the provider answer instead of what was asked for?
 *
 * @param status of the HTTP answer; says little: errors come with 200 and the rate limit with 500 (softlayer.md 1.3)
 * @param code the exception class that the provider names; empty where it names none
 * @param text the provider's words; foreign text
 */
record ApiError(Kind kind, int status, String code, String text) {

    private static final int LONGEST_TEXT = 300;

    /** What does an error mean to us? */
    enum Kind {
        /** Refused at the front door, before anything was done. */
        RATE_LIMITED,
        /** Absent, or not ours to see: the provider does not say which (softlayer.md trap 2). */
        NOT_FOUND,
        /** The bot's own user may not call this. */
        PERMISSION,
        /** The device is held by a transaction, or its remote management rests. */
        BUSY,
        /** The user's link to an IBMid is broken; permanent, though it comes as a 500 (softlayer.md trap 28). */
        TOKEN_EXCHANGE,
        /** A bearer token is over. */
        TOKEN_EXPIRED,
        /** The user name or the key is wrong. */
        UNAUTHORIZED,
        /** The object mask names a property that the provider does not know. */
        BAD_MASK,
        /** May be gone in a moment. */
        TEMPORARY,
        /** Not JSON, cut off, or of another shape than the documents say. */
        UNREADABLE,
        /** Longer than any honest answer. */
        OVERSIZE,
        OTHER
    }

    /** An answer that says that it is an error. */
    static ApiError told(int status, String code, String text) {
        return new ApiError(ErrorSigns.kindOf(status, code, text), status, code, text);
    }

    /** An answer that could not be taken for what it should be. */
    static ApiError garbled(Kind kind, int status, String why) {
        return new ApiError(kind, status, "", why);
    }

    /** Could the same question be answered a moment later? */
    boolean passing() {
        return kind == Kind.RATE_LIMITED || kind == Kind.TEMPORARY || kind == Kind.UNREADABLE;
    }

    /** Would it be the same with every question, until somebody mends the key? */
    boolean isAboutTheKey() {
        return kind == Kind.UNAUTHORIZED || kind == Kind.TOKEN_EXCHANGE;
    }

    /** For the operator: bounded, on one line, without a credential. */
    String detail() {
        String words = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String bounded = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) + "…" : words;
        String named = code.isEmpty() ? bounded : code + ": " + bounded;
        return named.isBlank() ? "HTTP " + status : "HTTP " + status + " " + named;
    }
}
