package dev.lifeline.sandbox.slack.workspace;

/** What the app proves itself with, and Slack to the app. Fit for nothing but the sandbox (design.md 3). */
public record Credentials(String botToken, String appToken, String signingSecret, String verificationToken) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
