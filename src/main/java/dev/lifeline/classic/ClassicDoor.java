package dev.lifeline.classic;

import dev.lifeline.access.CloudUsers;
import dev.lifeline.access.Grants;
import dev.lifeline.access.Proofs;
import dev.lifeline.access.RecentUsers;
import dev.lifeline.device.Devices;
import dev.lifeline.device.Passwords;
import dev.lifeline.device.ProviderUnreachable;
import dev.lifeline.rescue.RescueKernel;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only door to IBM Cloud Classic: what the rest of the bot asks and orders, translated into the provider's REST calls and back. Safe
 * for use by many threads; close it to let its connections and its one thread go.
 */
public final class ClassicDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClassicDoor.class);

    private final Lines lines;
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "classic-inventory");
        thread.setDaemon(true);
        return thread;
    });
    private final Reads reads;
    private final Devices devices;
    private final Passwords passwords;
    private final CloudUsers cloudUsers;
    private final RecentUsers recentUsers;
    private final Proofs proofs;
    private final RescueKernel rescueKernel;
    private final Grants grants;

    public ClassicDoor(ClassicAccount account, InstantSource clock) {
        this(account, clock, ClassicTuning.usual());
    }

    public ClassicDoor(ClassicAccount account, InstantSource clock, ClassicTuning tuning) {
        this.lines = Lines.of(tuning);
        Addressing addressing = new Addressing(account.endpoint(), credential(account, clock));
        Pace pace = new Pace(tuning.callsPerSecond());
        this.reads = new Reads(new Asking<>(lines.questions(), addressing, pace, tuning.retries(), new AnswerReader()));
        this.passwords = new ClassicPasswords(
                new Asking<>(lines.secrets(), addressing, pace, tuning.retries(), new LoginReader()));
        this.devices = new ClassicDevices(reads, new Inventory(reads, clock, background));
        this.cloudUsers = new ClassicCloudUsers(reads);
        this.recentUsers = new CachedUsers(cloudUsers, clock);
        this.proofs = new ClassicProofs(lines.questions(), account.endpoint(), pace, tuning.retries());
        Orders orders = new Orders(lines.orders(), addressing, pace);
        RescueImages images = new RescueImages(new PublicImages(reads, clock), account.rescueImage());
        this.rescueKernel = new ClassicRescueKernel(orders, reads, images);
        this.grants = new ClassicGrants(orders);
    }

    private Credential credential(ClassicAccount account, InstantSource clock) {
        return account.iam()
                .<Credential>map(iam -> new BearerTokens(lines.questions(), iam, account.apiKey(), clock))
                .orElseGet(() -> new BasicKey(account.username(), account.apiKey()));
    }

    /** Reads the list of devices in the background, so that the first who asks for one does not wait for it. */
    public void warmUp() {
        background.execute(() -> {
            try {
                LOG.info("{} devices are known", devices.search("").size());
            } catch (ProviderUnreachable away) {
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
    public RecentUsers recentUsers() {
        return recentUsers;
    }

    public Grants grants() {
        return grants;
    }

    /** Whose key somebody shows. */
    public Proofs proofs() {
        return proofs;
    }

    public RescueKernel rescueKernel() {
        return rescueKernel;
    }

    /**
     * As whom does the bot act? A cheap probe of the endpoint and the key.
     *
     * @throws KeyRefused when the key is wrong for good
     * @throws ProviderUnreachable when there is no usable answer; its message says what was answered
     */
    public CurrentUser currentUser() {
        try {
            return reads.find(Question.of(Read.CURRENT_USER))
                    .filter(row -> row.id().isPresent())
                    .map(UserRows::current)
                    .orElseThrow(() -> new ProviderUnreachable("the provider does not say who the bot is"));
        } catch (ProviderUnreachable unreachable) {
            if (unreachable.getCause() instanceof ApiRefusal refusal
                    && refusal.error().isAboutTheKey())
                throw new KeyRefused(refusal.error().detail(), unreachable);
            throw unreachable;
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        lines.close();
    }
}
