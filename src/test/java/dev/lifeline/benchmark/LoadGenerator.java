package dev.lifeline.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends signed slash commands at a steady rate, whether or not earlier ones are answered: an open loop. Each connection takes the next
 * command, waits until it is due and sends it; where all wait for responses, the commands are late, and their latency says so.
 */
final class LoadGenerator {

    /** More than the bot handles at once, so that its busy reply is met; below its limit of connections from one address. */
    private static final int CONNECTIONS = 128;

    /** From the opening of the connections to the first command. */
    private static final long LEAD_MILLIS = 300;

    private static final long RECONNECT_PAUSE_MILLIS = 50;

    private final URI target;
    private final ResponseUrlServer responseUrls;
    private final List<String> userIds;

    LoadGenerator(URI target, ResponseUrlServer responseUrls, List<String> userIds) {
        this.target = target;
        this.responseUrls = responseUrls;
        this.userIds = userIds;
    }

    /** Blocks until each command has a response or has failed. */
    LoadRun run(int ratePerSecond, int seconds) {
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAD_MILLIS);
        LoadRun run = new LoadRun(ratePerSecond, ratePerSecond * seconds, start);
        int runId = responseUrls.expect(run);
        AtomicInteger next = new AtomicInteger();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < Math.min(CONNECTIONS, run.commands()); i++) {
            Thread sender = new Thread(() -> sendAll(run, runId, next), "sender-" + i);
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) join(sender);
        return run;
    }

    private static void join(Thread sender) {
        try {
            sender.join();
        } catch (InterruptedException e) {
            throw ChildProcess.interrupted(e);
        }
    }

    private void sendAll(LoadRun run, int runId, AtomicInteger next) {
        try (HttpConnection connection = new HttpConnection(target)) {
            for (int command = next.getAndIncrement(); command < run.commands(); command = next.getAndIncrement())
                send(run, runId, command, connection);
        } catch (IOException e) { // of close, when all is sent
            throw new IllegalStateException(e);
        }
    }

    private void send(LoadRun run, int runId, int command, HttpConnection connection) {
        String userId = userIds.get(command % userIds.size());
        byte[] request = SignedCommand.help(
                target, userId, runId + "." + command + "." + System.nanoTime(), responseUrls.url(runId, command));
        connectAhead(connection);
        awaitDue(run.dueNanos(command));
        try {
            run.responded(command, outcome(connection.send(request)));
        } catch (IOException e) {
            run.responded(command, LoadRun.Outcome.FAILED);
        }
    }

    /** A server that is down now may be up when the command is due. */
    private static void connectAhead(HttpConnection connection) {
        try {
            connection.connect();
        } catch (IOException e) {
            awaitDue(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RECONNECT_PAUSE_MILLIS));
        }
    }

    private static void awaitDue(long dueNanos) {
        for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime())
            LockSupport.parkNanos(left);
    }

    private static LoadRun.Outcome outcome(HttpConnection.Response response) {
        if (response.status() != 200 || response.body().contains("Nothing was done")) return LoadRun.Outcome.REFUSED;
        return response.body().isEmpty() ? LoadRun.Outcome.ACKED : LoadRun.Outcome.ANSWERED;
    }
}
