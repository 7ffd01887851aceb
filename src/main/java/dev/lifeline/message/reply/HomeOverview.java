package dev.lifeline.message.reply;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.ExplainedDenial;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the Home tab tells its reader.
 *
 * @param unlinkedApprovers approvers of the policy who still have to show who they are, as far as the reader is to know
 * @param statusLinks the URL of the status message of a request
 */
public record HomeOverview(
        Identity reader,
        Board board,
        Set<SlackUserId> unlinkedApprovers,
        Function<RequestId, Optional<String>> statusLinks) {

    public HomeOverview {
        unlinkedApprovers = Set.copyOf(unlinkedApprovers);
    }

    /**
     * Who reads it.
     *
     * @param readers the reader as each of their cloud users; not empty
     * @param elsewhere the accounts in which they are nobody, with the reason
     */
    public record Identity(List<Reader> readers, Map<AccountName, DenialReason> elsewhere) {
        public Identity {
            readers = List.copyOf(readers);
        }
    }

    /** A cloud user, and what they may not do, each with who can help. */
    public record Reader(CloudUser cloudUser, List<ExplainedDenial> denials) {
        public Reader {
            denials = List.copyOf(denials);
        }
    }

    /**
     * The requests that the reader may see.
     *
     * @param votable those that wait for the reader's approval
     * @param closed those that were closed last
     */
    public record Board(List<RescueRequest> open, List<RescueRequest> votable, List<RescueRequest> closed) {
        public Board {
            open = List.copyOf(open);
            votable = List.copyOf(votable);
            closed = List.copyOf(closed);
        }
    }
}
