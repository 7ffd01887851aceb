package dev.lifeline.sandbox.slack.workspace;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The installed app: its ids, credentials, manifest and install state. Thread-safe. */
public final class InstalledApp {

    /** The ids, which never change: app {@code A…}, bot {@code B…}, the bot's user {@code U…}. */
    public record Ids(String app, String bot, String botUser) {}

    private final Team team;
    private final Ids ids;
    private final Credentials credentials;
    private volatile Manifest manifest;
    private volatile Optional<Enterprise> enterprise = Optional.empty();
    private volatile boolean subscriptionsEnabled = true;
    private volatile InstallState installState = InstallState.INSTALLED;

    /** The install state, with the error for its bot token; empty while the token is valid. */
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

    /** Returns the organisation that the workspace belongs to, if any. */
    public Optional<Enterprise> enterprise() {
        return enterprise;
    }

    /** Whether the app is installed for the whole organisation. */
    public boolean isEnterpriseInstall() {
        return enterprise.filter(Enterprise::orgWide).isPresent();
    }

    public void setEnterprise(Optional<Enterprise> organisation) {
        enterprise = organisation;
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

    /** Installs the app again, with the same token. */
    public synchronized void reinstall() {
        subscriptionsEnabled = true;
        installState = InstallState.INSTALLED;
    }

    /** Switches the event subscriptions off, until the app is installed again; false where they are off already. */
    public synchronized boolean disableSubscriptions() {
        boolean changed = subscriptionsEnabled;
        subscriptionsEnabled = false;
        return changed;
    }

    public boolean subscriptionsEnabled() {
        return subscriptionsEnabled;
    }

    public void setInstallState(InstallState newState) {
        installState = newState;
    }

    public Set<String> scopes() {
        return manifest().scopes();
    }

    public synchronized void updateManifest(UnaryOperator<Manifest> change) {
        manifest = change.apply(manifest);
    }
}
