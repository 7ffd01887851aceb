package dev.lifeline.transport;

/**
 * The reply to an HTTP request, as text in UTF-8.
 *
 * @param body may be empty
 */
public record HttpReply(int status, String contentType, String body) {

    public static HttpReply text(int status, String body) {
        return new HttpReply(status, "text/plain; charset=utf-8", body);
    }

    public static HttpReply json(int status, String body) {
        return new HttpReply(status, "application/json; charset=utf-8", body);
    }
}
