package dev.lifeline.softlayer.rest;

/**
 * What did the provider answer instead of what was asked for?
 *
 * @param status of the HTTP answer; says little: errors come with 200 and the rate limit with 500 (softlayer.md 1.3)
 * @param code the exception class that the provider names; empty where it names none
 * @param text the provider's words; foreign text
 */
public record ApiError(Kind kind, int status, String code, String text) {

    private static final int MAX_TEXT_CHARS = 300;

    /** What does an error mean to us? */
    public enum Kind {
        /** Refused at the front door, before anything was done. */
        RATE_LIMITED,
        /** Absent, or not ours to see: the provider does not say which (softlayer.md trap 2). */
        NOT_FOUND,
        /** The bot's own user may not call this. */
        PERMISSION_DENIED,
        /** The device is held by a transaction, or its remote management rests. */
        DEVICE_BUSY,
        /** The user's link to an IBMid is broken; permanent, though it comes as a 500 (softlayer.md trap 28). */
        TOKEN_EXCHANGE_FAILED,
        /** A bearer token is over. */
        TOKEN_EXPIRED,
        /** The user name or the key is wrong. */
        UNAUTHORIZED,
        /** The object mask names a property that the provider does not know. */
        INVALID_OBJECT_MASK,
        /** May be gone in a moment. */
        TEMPORARY,
        /** Not JSON, cut off, or of another shape than the documents say. */
        UNREADABLE,
        /** Longer than any honest answer. */
        TOO_LARGE,
        OTHER
    }

    /** An answer that says that it is an error. */
    public static ApiError fromResponse(int status, String code, String text) {
        return new ApiError(ErrorClassifier.classify(status, code, text), status, code, text);
    }

    /** An answer that could not be taken for what it should be. */
    public static ApiError of(Kind kind, int status, String why) {
        return new ApiError(kind, status, "", why);
    }

    /** Could the same question be answered a moment later? */
    boolean isTransient() {
        return kind == Kind.RATE_LIMITED || kind == Kind.TEMPORARY || kind == Kind.UNREADABLE;
    }

    /** Would it be the same with every question, until somebody mends the key? */
    public boolean isCredentialError() {
        return kind == Kind.UNAUTHORIZED || kind == Kind.TOKEN_EXCHANGE_FAILED;
    }

    /** For the operator: bounded, on one line, without a credential. */
    public String detail() {
        String words = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String bounded = words.length() > MAX_TEXT_CHARS ? words.substring(0, MAX_TEXT_CHARS) + "…" : words;
        String named = code.isEmpty() ? bounded : code + ": " + bounded;
        return named.isBlank() ? "HTTP " + status : "HTTP " + status + " " + named;
    }
}
