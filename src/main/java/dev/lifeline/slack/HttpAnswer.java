package dev.lifeline.slack;

/**
 * What does Slack get back over HTTP?
 *
 * @param body may be empty
 */
public record HttpAnswer(int status, String contentType, String body) {

    static HttpAnswer text(int status, String body) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", body);
    }

    static HttpAnswer json(int status, String body) {
        return new HttpAnswer(status, "application/json; charset=utf-8", body);
    }
}
