package dev.lifeline.handler.link;

import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.access.AccountLink;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.access.StaleLinkException;
import dev.lifeline.audit.AuditLog;
import dev.lifeline.device.AccountName;
import dev.lifeline.handler.context.Effects;
import dev.lifeline.handler.inbox.PendingVotes;
import dev.lifeline.recording.Actor;
import dev.lifeline.recording.TransitionRecorder;
import dev.lifeline.testkit.Fixtures;
import dev.lifeline.testkit.InMemoryAccountLinks;
import dev.lifeline.testkit.InMemoryRescueRequests;
import dev.lifeline.testkit.RecordingNotifier;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** A change of a link rests on the link that the decision was about. */
class LinkRecorderTest {

    private static final SlackUserId MANAGER = new SlackUserId("U0CHIARA");
    private static final SlackUser OWNER = Fixtures.slackMember(new SlackUserId("U0ELENA"), "elena@example.com");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);

    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final TransitionRecorder recorder = new TransitionRecorder(
            new InMemoryRescueRequests(),
            new RecordingNotifier(reply -> {}),
            Mockito.mock(AuditLog.class),
            Locale.ENGLISH,
            CLOCK);
    private final LinkRecorder linkRecorder =
            new LinkRecorder(links, recorder, Mockito.mock(PendingVotes.class), CLOCK);

    @Test
    void attack_a_manager_revokes_a_link_below_them_while_its_user_proves_that_they_are_the_owner() {
        AccountLink judged = AccountLink.assigned(OWNER, new CloudUserId(4), MANAGER, NOON);
        links.save(judged);
        Effects revocation = linkRecorder.unlinked(judged, MANAGER, Actor.SYSTEM);
        AccountLink proved = AccountLink.verified(OWNER, new CloudUserId(1), NOON.plusSeconds(1));
        links.save(proved);

        assertThatThrownBy(revocation::apply).isInstanceOf(StaleLinkException.class);
        assertThat(links.find(OWNER.id(), AccountName.MAIN)).contains(proved);
    }
}
