package dev.lifeline.sandbox.softlayer.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The planned maintenance that the provider has announced, oldest first. Thread-safe. */
public final class MaintenanceNotices {

    private static final long FIRST_ID = 76_001;

    /**
     * One notice.
     *
     * @param deviceId the device that it is about; empty where the whole account is
     */
    public record Notice(
            long id, String subject, Instant startsAt, Instant endsAt, OptionalLong deviceId, boolean acknowledged) {}

    private final List<Notice> notices = new ArrayList<>();

    public synchronized Notice announce(String subject, Instant startsAt, Instant endsAt, OptionalLong deviceId) {
        Notice notice = new Notice(FIRST_ID + notices.size(), subject, startsAt, endsAt, deviceId, false);
        notices.add(notice);
        return notice;
    }

    /** Marks a notice as read. */
    public synchronized void acknowledge(Notice notice) {
        notices.replaceAll(each -> each.id() == notice.id()
                ? new Notice(each.id(), each.subject(), each.startsAt(), each.endsAt(), each.deviceId(), true)
                : each);
    }

    public synchronized Optional<Notice> find(long id) {
        return notices.stream().filter(notice -> notice.id() == id).findFirst();
    }

    public synchronized List<Notice> all() {
        return List.copyOf(notices);
    }
}
