package dev.lifeline.access;

import java.util.Locale;

/** Why may this person not do this? The reason; the phrasebook adds what to do next and who can do it. */
public sealed interface Objection {

    /** What would mend it? */
    default Remedy remedy() {
        return Remedy.AS_SAID;
    }

    /** Not a member of the bot's own workspace. */
    record NotServed(Person.Guise guise) implements Objection {}

    /** Slack tells no e-mail, so nothing says who they are on the account. */
    record NoEmail() implements Objection {}

    /** No ACTIVE user of the account has their e-mail. */
    record NoCloudUser(String email) implements Objection {}

    /** Several ACTIVE users of the account share their e-mail. */
    record SeveralCloudUsers(String email) implements Objection {}

    /** Who they are has to be shown once: their address is not enough. */
    record NeedsLink(Because because) implements Objection {
        /** Why is it not enough? */
        public enum Because {
            /** The cloud user owns the account, or may manage users. */
            POWERFUL,
            /** A link was cut, and is not tied again by itself. */
            CUT
        }
    }

    /** What their link was made by has changed since, so it is not trusted any more. */
    record LinkOutdated(Changed what) implements Objection {
        /** Which address is another one now? */
        public enum Changed {
            SLACK_EMAIL,
            CLOUD_EMAIL
        }
    }

    /** Nobody is served in this channel; the operator says in which. */
    record NotServedHere(String place) implements Objection {}

    /** Their cloud user was removed, or the bot may not see it any more. */
    record CloudUserGone() implements Objection {}

    /** Their cloud user is not ACTIVE. */
    record NotActive(String username, CloudUser.Status status) implements Objection {
        /** The status as people read it. */
        public String wording() {
            return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public Remedy remedy() {
            return Remedy.MANAGE;
        }
    }

    /** Their cloud user lacks a permission. */
    record Lacks(String username, Permission permission) implements Objection {
        @Override
        public Remedy remedy() {
            return Remedy.GRANT;
        }
    }

    /** Their Slack account stands for another cloud user now than when they asked, so what was agreed to is not theirs. */
    record Relinked(String username) implements Objection {}

    /** The device is absent, or not theirs to see: one sentence for both, so that nobody learns which. */
    record NoSuchDevice(String typed) implements Objection {}

    /** The provider or Slack cannot be asked just now, and nobody is waved through unasked. */
    record CannotTell() implements Objection {}

    /** Nobody changes their own access, whichever Slack account they use. */
    record Oneself() implements Objection {}

    /** The user whose access is to be changed counts as the account's owner. */
    record CountsAsOwner(String username) implements Objection {}

    /** The user whose access is to be changed is not below the one who wants to change it. */
    record NotBelow(String username) implements Objection {}

    /** One passes on, or takes away, only what one holds. */
    record CannotPassOn(Permission permission) implements Objection {}

    /** A permission that is given at the provider's portal only, since it makes others powerful. */
    record NotFromHere(Permission permission) implements Objection {}

    /** They reach every device of a kind, so taking one away would change what they reach of all (softlayer.md trap 18). */
    record ReachesAll(String username) implements Objection {}

    /** The user whose access is to be changed is not there, or hidden from the bot. */
    record SubjectGone(String username) implements Objection {}
}
