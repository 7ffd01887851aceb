package dev.lifeline.cli;

import picocli.CommandLine.Option;

/** The options that say where a fake listens. */
final class ListenOptions {

    @Option(names = "--port", paramLabel = "PORT", required = true, description = "0 takes a free one.")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", description = "Default: ${DEFAULT-VALUE}")
    private String host = "127.0.0.1";

    int port() {
        return port;
    }

    String host() {
        return host;
    }
}
