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

/**
 * Reads passwords from the provider over a client of their own, whose responses {@link PasswordResponseParser} alone parses; nothing is
 * cached (promise P6). Blocks and retries like other queries. Thread-safe.
 */
public final class ClassicPasswords implements Passwords {

    private final RetryingQueryExecutor<LoginCandidates> queryExecutor;

    public ClassicPasswords(RetryingQueryExecutor<LoginCandidates> queryExecutor) {
        this.queryExecutor = queryExecutor;
    }

    @Override
    public Optional<Login> findLogin(DeviceId id) {
        try (LoginCandidates candidates =
                queryExecutor.execute(ApiQuery.of(QueryMethod.passwordsFor(id.type()), id.providerId()))) {
            if (candidates.deviceId() != 0 && candidates.deviceId() != id.providerId())
                throw new ProviderUnavailableException("the response is about another object");
            return candidates.takeBest();
        } catch (ApiException e) {
            Kind kind = e.error().kind();
            if (kind == Kind.NOT_FOUND || kind == Kind.PERMISSION_DENIED) return Optional.empty();
            throw new ProviderUnavailableException(
                    e.error().detail(), e, e.error().outage());
        } catch (CircuitBreakerOpenException e) {
            throw new ProviderUnavailableException("not sent, the circuit breaker is open after repeated failures", e);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException)
                Thread.currentThread().interrupt();
            throw new ProviderUnavailableException(String.valueOf(e.getCause()), e);
        }
    }
}
