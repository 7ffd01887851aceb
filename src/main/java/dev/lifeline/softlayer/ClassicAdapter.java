package dev.lifeline.softlayer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.AccessAdmin;
import dev.lifeline.access.ApiKeyVerifier;
import dev.lifeline.access.CloudUserCache;
import dev.lifeline.access.CloudUsers;
import dev.lifeline.device.DeviceNotices;
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
import dev.lifeline.transport.CallObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only adapter to IBM Cloud Classic: the ports of the domain, translated into calls of the SoftLayer REST API. The constructor makes
 * no call. Ports that read retry within about 20 s; provider commands are never retried. Thread-safe; {@link #close} ends its connections
 * and its one thread.
 */
public final class ClassicAdapter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassicAdapter.class);

    private static final int USERS_PAGE_SIZE = 100;

    private static final Duration NOTICE_TIMEOUT = Duration.ofSeconds(3);

    private final HttpClients httpClients;
    private final ExecutorService backgroundExecutor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "softlayer-inventory");
        thread.setDaemon(true);
        return thread;
    });
    private final QueryClient queries;
    private final Devices devices;
    private final DeviceNotices deviceNotices;
    private final Passwords passwords;
    private final CloudUsers cloudUsers;
    private final CloudUserCache cloudUserCache;
    private final ApiKeyVerifier apiKeyVerifier;
    private final RescueImages rescueImages;
    private final RescueProvider rescueProvider;
    private final AccessAdmin accessAdmin;

    /** An adapter with {@link ClassicClientConfig#defaults}. */
    public ClassicAdapter(ClassicAccount account) {
        this(account, ClassicClientConfig.defaults());
    }

    public ClassicAdapter(ClassicAccount account, ClassicClientConfig config) {
        this(account, config, Ticker.systemTicker());
    }

    /** @param ticker monotonic; the age of what is cached is measured by it */
    public ClassicAdapter(ClassicAccount account, ClassicClientConfig config, Ticker ticker) {
        this(account, config, ticker, CallObserver.NONE);
    }

    /**
     * An adapter whose calls are observed.
     *
     * @param ticker monotonic; the age of what is cached is measured by it
     * @param callObserver is told of each attempt
     */
    public ClassicAdapter(
            ClassicAccount account, ClassicClientConfig config, Ticker ticker, CallObserver callObserver) {
        this.httpClients = HttpClients.create(config, callObserver);
        RequestFactory requestFactory = new RequestFactory(account.endpoint(), credential(account, ticker));
        ProviderRateLimiter providerRateLimiter = new ProviderRateLimiter(config.callsPerSecond());
        this.queries = new QueryClient(new RetryingQueryExecutor<>(
                httpClients.queries(),
                requestFactory,
                providerRateLimiter,
                config.retrySettings(),
                new ResponseParser()));
        this.passwords = new ClassicPasswords(new RetryingQueryExecutor<>(
                httpClients.secretQueries(),
                requestFactory,
                providerRateLimiter,
                config.retrySettings(),
                new PasswordResponseParser()));
        this.devices = new ClassicDevices(queries, new Inventory(queries, ticker, backgroundExecutor));
        this.deviceNotices =
                new ClassicDeviceNotices(quickQueries(requestFactory, providerRateLimiter, config), ticker);
        this.cloudUsers = new ClassicCloudUsers(queries);
        this.cloudUserCache = new ClassicCloudUserCache(cloudUsers, ticker);
        this.apiKeyVerifier = new ClassicApiKeyVerifier(
                httpClients.queries(), account.endpoint(), providerRateLimiter, config.retrySettings());
        CommandClient commandClient = new CommandClient(httpClients.commands(), requestFactory, providerRateLimiter);
        this.rescueImages = new RescueImages(new PublicImages(queries, ticker), account.rescueImage());
        this.rescueProvider = new ClassicRescueProvider(commandClient, queries, rescueImages);
        this.accessAdmin = new ClassicAccessAdmin(commandClient);
    }

    /** Gives up after one attempt of some seconds. */
    private QueryClient quickQueries(
            RequestFactory requestFactory, ProviderRateLimiter rateLimiter, ClassicClientConfig config) {
        return new QueryClient(new RetryingQueryExecutor<>(
                httpClients.queries().newBuilder().callTimeout(NOTICE_TIMEOUT).build(),
                requestFactory,
                rateLimiter,
                config.retrySettings().withoutRetries(),
                new ResponseParser()));
    }

    private Credential credential(ClassicAccount account, Ticker ticker) {
        return account.iamEndpoint()
                .<Credential>map(
                        iamEndpoint -> new BearerTokens(httpClients.queries(), iamEndpoint, account.apiKey(), ticker))
                .orElseGet(() -> new BasicAuthCredential(account.username(), account.apiKey()));
    }

    /**
     * Loads the device inventory in the background, so that the first search does not wait for it. Returns at once; a failure is logged.
     */
    public void warmUp() {
        backgroundExecutor.execute(() -> {
            try {
                LOG.info(
                        "Device inventory loaded: {} devices",
                        devices.search("").size());
            } catch (ProviderUnavailableException e) {
                LOG.warn("Device inventory not loaded yet: {}", e.getMessage());
            }
        });
    }

    public Devices devices() {
        return devices;
    }

    /** What is announced about devices. */
    public DeviceNotices deviceNotices() {
        return deviceNotices;
    }

    public Passwords passwords() {
        return passwords;
    }

    public CloudUsers cloudUsers() {
        return cloudUsers;
    }

    /** Cloud users that may be a minute old; for display, never for a decision (promise P4). */
    public CloudUserCache cloudUserCache() {
        return cloudUserCache;
    }

    public AccessAdmin accessAdmin() {
        return accessAdmin;
    }

    /** Verifies API keys that people submit on a link page. */
    public ApiKeyVerifier apiKeyVerifier() {
        return apiKeyVerifier;
    }

    public RescueProvider rescueProvider() {
        return rescueProvider;
    }

    /**
     * Why Windows guests cannot be rescued, with what to do; empty where an image for them is found. Blocks for one query.
     *
     * @throws ProviderUnavailableException when no usable response came
     */
    public Optional<String> rescueImageProblem() {
        return rescueImages.problem();
    }

    /**
     * Reads the API user that the bot acts as: a cheap check of endpoint and key. Blocks up to about 20 s of retries.
     *
     * @throws InvalidApiKeyException when the key is rejected; permanent
     * @throws ProviderUnavailableException when no usable response came; the message says what came instead
     */
    public CurrentUser currentUser() {
        try {
            return queries.find(ApiQuery.of(QueryMethod.CURRENT_USER))
                    .filter(apiObject -> apiObject.id().isPresent())
                    .map(UserMapper::toCurrentUser)
                    .orElseThrow(
                            () -> new ProviderUnavailableException("the provider does not name the bot's API user"));
        } catch (ProviderUnavailableException e) {
            if (e.getCause() instanceof ApiException apiException
                    && apiException.error().isCredentialError())
                throw new InvalidApiKeyException(apiException.error().detail(), e);
            throw e;
        }
    }

    /**
     * The users that the bot's user sees. Blocks for a query per hundred users.
     *
     * @throws ProviderUnavailableException when no usable response came
     */
    public AccountUsers accountUsers(CurrentUser bot) {
        return AccountUsers.of(bot.id(), queries.listAll(ApiQuery.of(QueryMethod.USER_PARENTS), USERS_PAGE_SIZE));
    }

    @Override
    public void close() {
        backgroundExecutor.shutdownNow();
        httpClients.close();
    }
}
