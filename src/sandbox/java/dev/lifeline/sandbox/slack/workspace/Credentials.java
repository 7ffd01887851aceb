package dev.lifeline.sandbox.slack.workspace;

/** The app's tokens and signing secret. They are fixed and valid in the sandbox only. */
public record Credentials(String botToken, String appToken, String signingSecret, String verificationToken) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
