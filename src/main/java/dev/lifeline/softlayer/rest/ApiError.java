package dev.lifeline.softlayer.rest;

import dev.lifeline.device.Outage;

/**
 * Error response of the provider, or what stood in the place of a usable response.
 *
 * @param kind what the error means to the bot
 * @param status HTTP status; unreliable: errors come with 200 and the rate limit with 500 (src/docs/platform/softlayer.md, section
 *     Errors)
 * @param code exception class named by the provider; empty where it names none
 * @param text the provider's message; untrusted text of any length
 */
public record ApiError(Kind kind, int status, String code, String text) {

    private static final int MAX_DETAIL_CHARS = 300;

    /** What is read of a message; a longer one is truncated before anything is searched for in it. */
    private static final int MAX_TEXT_CHARS = 2_000;

    /** Meaning of an error, independent of its wording. */
    public enum Kind {
        /** The account exceeded its calls per second; the call was not executed. */
        RATE_LIMITED,
        /**
         * The object does not exist or the API user may not see it; the provider does not tell which (src/docs/platform/softlayer.md,
         * section Errors).
         */
        NOT_FOUND,
        /** The bot's API user lacks the permission for this method. */
        PERMISSION_DENIED,
        /** A transaction holds the device, or its 20-minute remote management window is open. */
        DEVICE_BUSY,
        /**
         * The API user's link to an IBMid is broken. Permanent, although it comes as HTTP 500 (src/docs/platform/softlayer.md, section
         * Endpoints and authentication).
         */
        TOKEN_EXCHANGE_FAILED,
        /** The bearer token has expired. */
        TOKEN_EXPIRED,
        /** The user name or the API key is wrong. */
        UNAUTHORIZED,
        /** The object mask names a property that the provider does not know. */
        INVALID_OBJECT_MASK,
        /** A server-side failure that may not recur. */
        TEMPORARY,
        /** Not JSON, truncated, or of another shape than documented. */
        UNREADABLE,
        /** The body exceeds the size limit of its reader. */
        TOO_LARGE,
        /** None of the above. */
        OTHER
    }

    public ApiError {
        text = truncate(text);
    }

    /** An error response, classified by {@link ErrorClassifier}. */
    public static ApiError fromResponse(int status, String code, String text) {
        String bounded = truncate(text);
        return new ApiError(ErrorClassifier.classify(status, code, bounded), status, code, bounded);
    }

    /** A response that is unusable for a reason found on this side. */
    public static ApiError of(Kind kind, int status, String detail) {
        return new ApiError(kind, status, "", detail);
    }

    /** Whether the same query may succeed when it is repeated. */
    boolean isTransient() {
        return kind == Kind.RATE_LIMITED || kind == Kind.TEMPORARY || kind == Kind.UNREADABLE;
    }

    /** Whether the provider may answer the same query later. */
    public Outage outage() {
        boolean passes = isTransient() || kind == Kind.TOKEN_EXPIRED || kind == Kind.DEVICE_BUSY;
        return passes ? Outage.TEMPORARY : Outage.PERMANENT;
    }

    /** Whether every call fails until an operator corrects the credentials. */
    public boolean isCredentialError() {
        return kind == Kind.UNAUTHORIZED || kind == Kind.TOKEN_EXCHANGE_FAILED;
    }

    /** Status, code and message for logs: one line, message at most 300 characters, never a credential. */
    public String detail() {
        String singleLine = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String bounded =
                singleLine.length() > MAX_DETAIL_CHARS ? singleLine.substring(0, MAX_DETAIL_CHARS) + "…" : singleLine;
        String prefixed = code.isEmpty() ? bounded : code + ": " + bounded;
        return prefixed.isBlank() ? "HTTP " + status : "HTTP " + status + " " + prefixed;
    }

    private static String truncate(String text) {
        return text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) : text;
    }
}
