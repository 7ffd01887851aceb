package dev.lifeline.http;

import dev.lifeline.message.model.Page;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Installs the bot in workspaces by OAuth. Implementations are thread-safe and may block for calls of Slack. */
public interface InstallEndpoint {

    /**
     * How an installation begins.
     *
     * @param redirect Slack's page, on which somebody agrees
     * @param returnUrl the bot's page to which Slack sends the browser back
     * @param browser the secret that the browser has to bring there
     */
    record Beginning(URI redirect, URI returnUrl, String browser) {}

    /** Begins; empty where none can begin now. */
    Optional<Beginning> begin();

    /** The page for somebody who cannot begin. */
    Page busy(Locale locale);

    /**
     * Finishes.
     *
     * @param parameters those of the query by name; empty text for one that is missing
     * @param browser the secret that the browser brought; may be empty
     */
    Page finish(UnaryOperator<String> parameters, String browser, Locale locale);

    /** The page after a fault of the bot. */
    Page failed(Locale locale);
}
