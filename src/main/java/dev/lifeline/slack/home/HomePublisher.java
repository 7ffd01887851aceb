package dev.lifeline.slack.home;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.HomeTab;
import dev.lifeline.slack.blockkit.BlockKit;
import dev.lifeline.slack.outbox.StatusLinks;
import dev.lifeline.slack.webapi.ExecutorShutdown;
import dev.lifeline.slack.webapi.SlackCallException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the Home tab of whoever opens it, and again whenever it would show something else, until {@code WATCH_TIME} after they opened it.
 * Nothing of it is stored: what cannot be published now is composed anew a moment later. Thread-safe.
 */
public final class HomePublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HomePublisher.class);

    private static final Duration REFRESH_INTERVAL = Duration.ofSeconds(2);

    /** Who is not served is looked up at the provider each time. */
    private static final Duration UNSERVED_INTERVAL = Duration.ofSeconds(30);

    private static final Duration WATCH_TIME = Duration.ofMinutes(10);
    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(1);
    private static final int MAX_VIEWERS = 50;
    private static final int THREADS = 2;

    private final HomeTab homeTab;
    private final StatusLinks statusLinks;
    private final HomeViews views;
    private final InstantSource clock;
    private final Map<SlackUserId, Viewer> viewers = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(THREADS, work -> new Thread(work, "slack-home"));

    public HomePublisher(HomeTab homeTab, StatusLinks statusLinks, HomeViews views, InstantSource clock) {
        this.homeTab = homeTab;
        this.statusLinks = statusLinks;
        this.views = views;
        this.clock = clock;
        executor.setRejectedExecutionHandler((work, pool) -> {}); // closed: the tab stays as it is
    }

    /** Begins to refresh. */
    public void start() {
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                this::refresh, REFRESH_INTERVAL.toMillis(), REFRESH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Somebody opened the tab; returns at once. */
    public void onOpened(SlackUserId user) {
        Viewer viewer = new Viewer(user, clock.instant());
        viewers.put(user, viewer);
        if (viewers.size() > MAX_VIEWERS) dropOldest();
        enqueue(viewer);
    }

    /** Number of people whose tab is kept fresh. */
    int viewerCount() {
        return viewers.size();
    }

    private void dropOldest() {
        viewers.values().stream().min(Comparator.comparing(Viewer::openedAt)).ifPresent(this::drop);
    }

    private void drop(Viewer viewer) {
        viewers.remove(viewer.user(), viewer);
    }

    /** Looks again at what each viewer would see now; called every {@code REFRESH_INTERVAL}. */
    void refresh() {
        Instant now = clock.instant();
        for (Viewer viewer : List.copyOf(viewers.values()))
            if (viewer.openedAt().plus(WATCH_TIME).isBefore(now)) drop(viewer);
            else if (viewer.isDue(now)) enqueue(viewer);
    }

    private void enqueue(Viewer viewer) {
        if (viewer.tryEnqueue()) executor.execute(() -> publish(viewer));
    }

    private void publish(Viewer viewer) {
        viewer.dequeue();
        synchronized (viewer) {
            if (viewers.get(viewer.user()) == viewer) tryPublish(viewer);
        }
    }

    private void tryPublish(Viewer viewer) {
        try {
            publishIfChanged(viewer);
        } catch (SlackCallException e) {
            LOG.info("Home tab not published: {}", e.getMessage());
            if (!e.errorKind().isRetryable())
                drop(viewer); // shown by another replica, which goes on, or refused for good
        } catch (RuntimeException e) { // of the provider or the database: tried again
            LOG.warn("Home tab not composed", e);
        }
    }

    private void publishIfChanged(Viewer viewer) {
        HomeTab.Home home = homeTab.compose(viewer.user(), statusLinks::find);
        viewer.dueAt(clock.instant().plus(home.served() ? REFRESH_INTERVAL : UNSERVED_INTERVAL));
        String view = view(home);
        if (!viewer.shows(view))
            views.publish(viewer.user(), view, viewer.hash()).ifPresent(hash -> viewer.published(view, hash));
    }

    private static String view(HomeTab.Home home) {
        var view = JsonNodeFactory.instance.objectNode().put("type", "home");
        view.set("blocks", BlockKit.render(home.message(), "home").blocks());
        return view.toString();
    }

    @Override
    public void close() {
        ExecutorShutdown.shutdownAndAwaitTermination(executor, SHUTDOWN_GRACE);
    }
}
