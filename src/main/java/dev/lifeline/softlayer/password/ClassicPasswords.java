package dev.lifeline.softlayer.password;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.Login;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.softlayer.rest.ApiError.Kind;
import dev.lifeline.softlayer.rest.ApiException;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.QueryMethod;
import dev.lifeline.softlayer.rest.RetryingQueryExecutor;
import java.util.Optional;

/** Passwords, asked for over a line of their own whose answers {@link PasswordResponseParser} alone reads; nothing of them is remembered. */
public final class ClassicPasswords implements Passwords {

    private final RetryingQueryExecutor<LoginCandidates> queryExecutor;

    public ClassicPasswords(RetryingQueryExecutor<LoginCandidates> queryExecutor) {
        this.queryExecutor = queryExecutor;
    }

    @Override
    public Optional<Login> findLogin(DeviceId id) {
        try (LoginCandidates rows =
                queryExecutor.execute(ApiQuery.of(QueryMethod.passwordsFor(id.type()), id.value()))) {
            if (rows.deviceId() != 0 && rows.deviceId() != id.value())
                throw new ProviderUnavailableException("the answer is about something else");
            return rows.takeBest();
        } catch (ApiException refusal) {
            Kind kind = refusal.error().kind();
            if (kind == Kind.NOT_FOUND || kind == Kind.PERMISSION_DENIED) return Optional.empty();
            throw new ProviderUnavailableException(refusal.error().detail(), refusal);
        } catch (CircuitBreakerOpenException resting) {
            throw new ProviderUnavailableException("not asked, the provider has been failing", resting);
        } catch (FailsafeException broken) {
            if (broken.getCause() instanceof InterruptedException)
                Thread.currentThread().interrupt();
            throw new ProviderUnavailableException(String.valueOf(broken.getCause()), broken);
        }
    }
}
