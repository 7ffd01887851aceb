package dev.lifeline.softlayer;

import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.ProviderUnavailableException;
import dev.lifeline.rescue.RescueProvider;
import dev.lifeline.softlayer.password.ClassicPasswords;
import dev.lifeline.softlayer.password.PasswordResponseParser;
import dev.lifeline.softlayer.rest.ApiException;
import dev.lifeline.softlayer.rest.ApiQuery;
import dev.lifeline.softlayer.rest.BasicAuthCredential;
import dev.lifeline.softlayer.rest.BearerTokens;
import dev.lifeline.softlayer.rest.ClassicAccount;
import dev.lifeline.softlayer.rest.ClassicClientConfig;
import dev.lifeline.softlayer.rest.CommandClient;
import dev.lifeline.softlayer.rest.Credential;
import dev.lifeline.softlayer.rest.CurrentUser;
import dev.lifeline.softlayer.rest.HttpClients;
import dev.lifeline.softlayer.rest.InvalidApiKeyException;
import dev.lifeline.softlayer.rest.ProviderRateLimiter;
import dev.lifeline.softlayer.rest.QueryClient;
import dev.lifeline.softlayer.rest.QueryMethod;
import dev.lifeline.softlayer.rest.RequestFactory;
import dev.lifeline.softlayer.rest.ResponseParser;
import dev.lifeline.softlayer.rest.RetryingQueryExecutor;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only door to IBM Cloud Classic: what the rest of the bot asks and orders, translated into the provider's REST calls and back. Safe
 * for use by many threads; close it to let its connections and its one thread go.
 */
public final class ClassicAdapter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassicAdapter.class);

    private final HttpClients httpClients;
    private final ExecutorService backgroundExecutor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "softlayer-inventory");
        thread.setDaemon(true);
        return thread;
    });
    private final QueryClient queries;
    private final Devices devices;
    private final Passwords passwords;
    private final CloudUsers cloudUsers;
    private final CloudUserCache cloudUserCache;
    private final ApiKeyVerifier apiKeyVerifier;
    private final RescueProvider rescueProvider;
    private final AccessAdmin accessAdmin;

    public ClassicAdapter(ClassicAccount account, InstantSource clock) {
        this(account, clock, ClassicClientConfig.defaults());
    }

    public ClassicAdapter(ClassicAccount account, InstantSource clock, ClassicClientConfig tuning) {
        this.httpClients = HttpClients.create(tuning);
        RequestFactory requestFactory = new RequestFactory(account.endpoint(), credential(account, clock));
        ProviderRateLimiter providerRateLimiter = new ProviderRateLimiter(tuning.callsPerSecond());
        this.queries = new QueryClient(new RetryingQueryExecutor<>(
                httpClients.queries(),
                requestFactory,
                providerRateLimiter,
                tuning.retrySettings(),
                new ResponseParser()));
        this.passwords = new ClassicPasswords(new RetryingQueryExecutor<>(
                httpClients.secretQueries(),
                requestFactory,
                providerRateLimiter,
                tuning.retrySettings(),
                new PasswordResponseParser()));
        this.devices = new ClassicDevices(queries, new Inventory(queries, clock, backgroundExecutor));
        this.cloudUsers = new ClassicCloudUsers(queries);
        this.cloudUserCache = new ClassicCloudUserCache(cloudUsers, clock);
        this.apiKeyVerifier = new ClassicApiKeyVerifier(
                httpClients.queries(), account.endpoint(), providerRateLimiter, tuning.retrySettings());
        CommandClient commandClient = new CommandClient(httpClients.commands(), requestFactory, providerRateLimiter);
        RescueImages images = new RescueImages(new PublicImages(queries, clock), account.rescueImage());
        this.rescueProvider = new ClassicRescueProvider(commandClient, queries, images);
        this.accessAdmin = new ClassicAccessAdmin(commandClient);
    }

    private Credential credential(ClassicAccount account, InstantSource clock) {
        return account.iamEndpoint()
                .<Credential>map(iam -> new BearerTokens(httpClients.queries(), iam, account.apiKey(), clock))
                .orElseGet(() -> new BasicAuthCredential(account.username(), account.apiKey()));
    }

    /** Reads the list of devices in the background, so that the first who asks for one does not wait for it. */
    public void warmUp() {
        backgroundExecutor.execute(() -> {
            try {
                LOG.info("{} devices are known", devices.search("").size());
            } catch (ProviderUnavailableException away) {
                LOG.warn("The devices could not be listed yet: {}", away.getMessage());
            }
        });
    }

    public Devices devices() {
        return devices;
    }

    public Passwords passwords() {
        return passwords;
    }

    public CloudUsers cloudUsers() {
        return cloudUsers;
    }

    /** For showing only. */
    public CloudUserCache cloudUserCache() {
        return cloudUserCache;
    }

    public AccessAdmin accessAdmin() {
        return accessAdmin;
    }

    /** Whose key somebody shows. */
    public ApiKeyVerifier apiKeyVerifier() {
        return apiKeyVerifier;
    }

    public RescueProvider rescueProvider() {
        return rescueProvider;
    }

    /**
     * As whom does the bot act? A cheap probe of the endpoint and the key.
     *
     * @throws InvalidApiKeyException when the key is wrong for good
     * @throws ProviderUnavailableException when there is no usable answer; its message says what was answered
     */
    public CurrentUser currentUser() {
        try {
            return queries.find(ApiQuery.of(QueryMethod.CURRENT_USER))
                    .filter(apiObject -> apiObject.id().isPresent())
                    .map(UserMapper::toCurrentUser)
                    .orElseThrow(() -> new ProviderUnavailableException("the provider does not say who the bot is"));
        } catch (ProviderUnavailableException unreachable) {
            if (unreachable.getCause() instanceof ApiException refusal
                    && refusal.error().isCredentialError())
                throw new InvalidApiKeyException(refusal.error().detail(), unreachable);
            throw unreachable;
        }
    }

    @Override
    public void close() {
        backgroundExecutor.shutdownNow();
        httpClients.close();
    }
}
