package dev.lifeline.classic;

import dev.failsafe.FailsafeException;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.OwnKey;
import dev.lifeline.access.Proofs;
import dev.lifeline.device.ProviderUnreachable;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import okhttp3.OkHttpClient;

/**
 * Whose key it is, by the provider's own word to whoever calls with it. Asked once, with nothing kept but the answer; a user name that
 * was typed says nothing.
 */
final class ClassicProofs implements Proofs {

    private final OkHttpClient line;
    private final URI endpoint;
    private final Pace pace;
    private final ClassicTuning.Retries once;

    ClassicProofs(OkHttpClient line, URI endpoint, Pace pace, ClassicTuning.Retries usual) {
        this.line = line;
        this.endpoint = endpoint;
        this.pace = pace;
        this.once = new ClassicTuning.Retries(1, usual.pause(), usual.within());
    }

    @Override
    public Optional<CloudUserId> bearer(OwnKey key) {
        if (!key.looksRight()) return Optional.empty();
        Addressing addressing = new Addressing(endpoint, new BasicKey(key.username(), key.secret()));
        try {
            Row row = new Asking<>(line, addressing, pace, once, new AnswerReader())
                    .ask(whoAmI())
                    .row()
                    .orElseThrow(() -> new ProviderUnreachable("the provider does not say whose key it is"));
            return Optional.of(new CloudUserId(
                    row.id().orElseThrow(() -> new ProviderUnreachable("the provider's answer names no user"))));
        } catch (ApiRefusal refusal) {
            if (refusal.error().isAboutTheKey()) return Optional.empty();
            throw new ProviderUnreachable("whose key: " + refusal.error().detail(), refusal);
        } catch (FailsafeException broken) {
            throw new ProviderUnreachable("whose key: the line broke", broken);
        }
    }

    private static Question whoAmI() {
        return new Question(Read.CURRENT_USER, OptionalLong.empty(), Masks.ID, Optional.empty(), Optional.empty());
    }
}
