package dev.lifeline.app.doctor;

import dev.lifeline.app.adapter.AdapterConfigs;
import dev.lifeline.config.Settings;
import dev.lifeline.slack.oauth.InstallationCheck;
import dev.lifeline.slack.oauth.OAuthConfig;
import dev.lifeline.slack.port.Installation;
import dev.lifeline.store.Store;
import dev.lifeline.store.database.DatabaseUnavailableException;
import dev.lifeline.store.database.SchemaStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Tells in which further workspaces the bot is installed, and whether it can work there. */
final class WorkspaceChecks {

    private static final String SUBJECT = "workspaces";

    private final Settings settings;
    private final InstantSource clock;

    WorkspaceChecks(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing where the bot serves the workspace of its token, or of a database that is not of this release, as other lines tell. */
    List<CheckResult> run() {
        int port = settings.server().http().port();
        Optional<OAuthConfig> config =
                AdapterConfigs.oauthConfig(settings, () -> settings.scope().publicUrl(port));
        return config.map(this::check).orElse(List.of());
    }

    private List<CheckResult> check(OAuthConfig config) {
        return new InstallationCheck(config)
                .run(AdapterConfigs.slackConfig(settings), installations(), clock).stream()
                        .map(WorkspaceChecks::result)
                        .toList();
    }

    private static CheckResult result(InstallationCheck.Finding finding) {
        return switch (finding.kind()) {
            case WORKS -> CheckResult.ok(SUBJECT, finding.text());
            case ABSENT -> CheckResult.warn(SUBJECT, finding.text());
            case BROKEN -> CheckResult.wrong(SUBJECT, finding.text());
        };
    }

    private List<Installation> installations() {
        String databaseUrl = settings.server().databaseUrl();
        try {
            if (Store.inspect(databaseUrl).state() != SchemaStatus.State.CURRENT) return List.of();
            try (Store store = Store.openToRead(databaseUrl, clock, found -> {})) {
                return store.installations().findAll();
            }
        } catch (DatabaseUnavailableException e) {
            return List.of();
        }
    }
}
