package dev.lifeline.app;

import dev.lifeline.job.Job;
import dev.lifeline.message.port.StreamKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Delivers each stream of the outbox by the adapter of its addressee.
 *
 * @param slack knows the pending streams of both
 */
record OutboxJob(Job slack, Job webhooks) implements Job {

    @Override
    public Optional<Instant> run(String key) {
        return StreamKey.parse(key) instanceof StreamKey.Webhook ? webhooks.run(key) : slack.run(key);
    }

    @Override
    public Collection<String> pending() {
        return slack.pending();
    }
}
