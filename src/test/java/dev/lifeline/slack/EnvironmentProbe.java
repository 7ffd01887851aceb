package dev.lifeline.slack;

import com.slack.api.SlackConfig;
import com.slack.api.bolt.AppConfig;
import java.net.URI;

/** What do plain Bolt and our frame make of the environment that this process was started with? */
final class EnvironmentProbe {

    private EnvironmentProbe() {}

    public static void main(String[] arguments) {
        BoltFrame ours = new BoltFrame(URI.create("http://127.0.0.1:1/api/"));
        AppConfig plain = AppConfig.builder().build();
        System.out.println("plain " + plain.isDistributedApp() + " " + new SlackConfig().getProxyUrl());
        System.out.println("ours " + ours.app().config().isDistributedApp() + " "
                + ours.slack().getConfig().getProxyUrl());
        ours.close();
    }
}
