package dev.lifeline.message;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Offer;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Device;
import java.util.List;
import java.util.Optional;

/**
 * What does somebody read who asks what a person has and lacks?
 *
 * @param device the one that was asked for
 * @param offers what the reader may change
 * @param against why the rest is not offered
 */
public record AccessPanel(
        SlackUserId person, CloudUser user, Optional<Device> device, List<Offer> offers, List<Objection> against) {
    public AccessPanel {
        offers = List.copyOf(offers);
        against = List.copyOf(against);
    }
}
