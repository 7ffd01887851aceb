package dev.lifeline.slack.oauth;

import dev.lifeline.slack.port.Installation;
import dev.lifeline.slack.port.Installations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Installations of a store, of which a test changes a part. */
class DelegatingInstallations implements Installations {

    private final Installations delegate;

    DelegatingInstallations(Installations delegate) {
        this.delegate = delegate;
    }

    @Override
    public Optional<Installation> find(String teamId) {
        return delegate.find(teamId);
    }

    @Override
    public List<Installation> findAll() {
        return delegate.findAll();
    }

    @Override
    public void save(Installation installation) {
        delegate.save(installation);
    }

    @Override
    public boolean claimRenewal(Installation installation, Instant until) {
        return delegate.claimRenewal(installation, until);
    }

    @Override
    public boolean replaceTokens(Installation from, Installation.EncryptedTokens tokens, Optional<Instant> expiresAt) {
        return delegate.replaceTokens(from, tokens, expiresAt);
    }

    @Override
    public boolean end(Installation from, Installation.State state) {
        return delegate.end(from, state);
    }
}
