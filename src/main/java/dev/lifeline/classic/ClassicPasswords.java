package dev.lifeline.classic;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import dev.lifeline.classic.ApiError.Kind;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Login;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.ProviderUnreachable;
import java.util.Optional;

/** Passwords, asked for over a line of their own whose answers {@link LoginReader} alone reads; nothing of them is remembered. */
final class ClassicPasswords implements Passwords {

    private final Asking<LoginRows> asking;

    ClassicPasswords(Asking<LoginRows> asking) {
        this.asking = asking;
    }

    @Override
    public Optional<Login> onRecord(DeviceId id) {
        try (LoginRows rows = asking.ask(Question.of(Read.passwordsOf(id.kind()), id.value()))) {
            if (rows.id() != 0 && rows.id() != id.value())
                throw new ProviderUnreachable("the answer is about something else");
            return rows.take();
        } catch (ApiRefusal refusal) {
            Kind kind = refusal.error().kind();
            if (kind == Kind.NOT_FOUND || kind == Kind.PERMISSION) return Optional.empty();
            throw new ProviderUnreachable(refusal.error().detail(), refusal);
        } catch (CircuitBreakerOpenException resting) {
            throw new ProviderUnreachable("not asked, the provider has been failing", resting);
        } catch (FailsafeException broken) {
            if (broken.getCause() instanceof InterruptedException)
                Thread.currentThread().interrupt();
            throw new ProviderUnreachable(String.valueOf(broken.getCause()), broken);
        }
    }
}
