package dev.lifeline.sandbox.softlayer.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.jspecify.annotations.Nullable;

/** A minimal shell on a device: {@code hostname}, {@code reboot}, {@code exit}. */
final class Shell extends AbstractCommandSupport {

    private static final int CARRIAGE_RETURN = '\r';
    private static final int END_OF_TRANSMISSION = 4;

    private final SshHost host;
    private final Runnable reboot;

    /**
     * @param command null for an interactive shell
     */
    Shell(SshHost host, @Nullable String command, CloseableExecutorService threads, Runnable reboot) {
        super(command == null ? "" : command, threads);
        this.host = host;
        this.reboot = reboot;
    }

    @Override
    public void run() {
        try {
            boolean open = getCommand().isEmpty() || executeLine(getCommand());
            if (getCommand().isEmpty()) print(host.prompt());
            while (open && getCommand().isEmpty()) open = readAndExecute();
            onExit(0);
        } catch (IOException e) {
            onExit(1);
        }
    }

    private boolean readAndExecute() throws IOException {
        String line = readLine(getInputStream());
        boolean open = !line.equals("\u0004") && executeLine(line.trim());
        if (open) print(host.prompt());
        return open;
    }

    /** Executes a line; false when the shell closes. */
    private boolean executeLine(String command) throws IOException {
        switch (command) {
            case "hostname" -> print(host.hostname() + "\r\n");
            case "reboot", "shutdown -r now", "systemctl reboot" -> {
                print("Connection to " + host.hostname() + " closed by remote host.\r\n");
                reboot.run();
                return false;
            }
            case "exit", "logout" -> {
                return false;
            }
            case "" -> {}
            default -> print("sh: " + command + ": command not found\r\n");
        }
        return true;
    }

    /** Reads a line, echoed while a terminal is attached; the end of input is returned as the character 4. */
    private String readLine(InputStream in) throws IOException {
        boolean terminal = getEnvironment().getEnv().containsKey("TERM");
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next != CARRIAGE_RETURN; next = in.read()) {
            if (next < 0 || next == END_OF_TRANSMISSION) return "\u0004";
            line.write(next);
            if (terminal) print(Character.toString(next));
        }
        if (terminal) print("\r\n");
        return line.toString(StandardCharsets.UTF_8);
    }

    private void print(String text) throws IOException {
        getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        getOutputStream().flush();
    }
}
