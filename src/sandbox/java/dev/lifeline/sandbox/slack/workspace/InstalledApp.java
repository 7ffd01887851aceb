package dev.lifeline.sandbox.slack.workspace;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which app is installed in the workspace, and what may it do? */
public final class InstalledApp {

    /** The ids that never change: app {@code A…}, bot {@code B…}, the bot's user {@code U…}. */
    public record Ids(String app, String bot, String botUser) {}

    private final Team team;
    private final Ids ids;
    private final Credentials credentials;
    private volatile Manifest manifest;
    private volatile Optional<Enterprise> enterprise = Optional.empty();
    private volatile InstallState installState = InstallState.INSTALLED;

    /** How does the app stand with the workspace? The word is the error with which its bot token is refused; empty while it is taken. */
    public enum InstallState {
        INSTALLED(""),
        REVOKED("token_revoked"),
        UNINSTALLED("account_inactive");

        private final String tokenError;

        InstallState(String tokenError) {
            this.tokenError = tokenError;
        }

        public String tokenError() {
            return tokenError;
        }
    }

    public InstalledApp(Team team, Ids ids, Credentials credentials, Manifest manifest) {
        this.team = team;
        this.ids = ids;
        this.credentials = credentials;
        this.manifest = manifest;
    }

    public Team team() {
        return team;
    }

    /** Whom the workspace belongs to, if to anyone. */
    public Optional<Enterprise> enterprise() {
        return enterprise;
    }

    public void setEnterprise(Optional<Enterprise> owner) {
        enterprise = owner;
    }

    public Ids ids() {
        return ids;
    }

    public Credentials credentials() {
        return credentials;
    }

    public Manifest manifest() {
        return manifest;
    }

    public InstallState installState() {
        return installState;
    }

    /** With the same token as before. */
    public void reinstall() {
        installState = InstallState.INSTALLED;
    }

    public void setInstallState(InstallState lower) {
        installState = lower;
    }

    public Set<String> scopes() {
        return manifest().scopes();
    }

    public synchronized void updateManifest(UnaryOperator<Manifest> change) {
        manifest = change.apply(manifest);
    }
}
