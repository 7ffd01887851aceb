package dev.lifeline.slack.inbound;

/**
 * HTTP response to a request of Slack.
 *
 * @param body may be empty
 */
public record SlackHttpResponse(int status, String contentType, String body) {

    public static SlackHttpResponse text(int status, String body) {
        return new SlackHttpResponse(status, "text/plain; charset=utf-8", body);
    }

    static SlackHttpResponse json(int status, String body) {
        return new SlackHttpResponse(status, "application/json; charset=utf-8", body);
    }
}
