package dev.lifeline.app;

import dev.lifeline.http.InstallEndpoint;
import dev.lifeline.message.model.Page;
import dev.lifeline.slack.oauth.Installer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Leads the pages of installations to Slack's adapter. */
record SlackInstallEndpoint(Installer installer) implements InstallEndpoint {

    @Override
    public Optional<Beginning> begin() {
        return installer.begin().map(it -> new Beginning(it.redirect(), it.returnUrl(), it.browser()));
    }

    @Override
    public Page busy(Locale locale) {
        return installer.tooMany(locale);
    }

    @Override
    public Page finish(UnaryOperator<String> parameters, String browser, Locale locale) {
        Installer.Return returned = new Installer.Return(
                parameters.apply("code"), parameters.apply("state"), parameters.apply("error"), browser);
        return installer.finish(returned, locale);
    }

    @Override
    public Page failed(Locale locale) {
        return installer.failed(locale);
    }
}
