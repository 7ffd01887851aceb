package dev.lifeline.slack.oauth;

/** Tokens that no key at hand opens: encrypted with another one, altered, or moved from another row. The message holds nothing of them. */
final class UnreadableTokensException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableTokensException(String detail) {
        super(detail);
    }
}
