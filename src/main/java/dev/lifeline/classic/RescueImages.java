package dev.lifeline.classic;

import dev.lifeline.device.Device;
import dev.lifeline.device.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Which image does a Windows guest boot for its rescue? A disk image id, which is not the id of an image template (softlayer.md trap
 * 16). Whether a public image has to be in the guest's own data centre is in no source: the one that is there is preferred, else the
 * only one is taken.
 */
final class RescueImages {

    private static final String USUAL_NAME = "WindowsRescueStandalone.iso";

    /** The image, or what hinders. */
    record Choice(OptionalLong image, Optional<Obstacle> obstacle) {

        private static Choice of(long image) {
            return new Choice(OptionalLong.of(image), Optional.empty());
        }

        private static Choice hindered(Obstacle obstacle) {
            return new Choice(OptionalLong.empty(), Optional.of(obstacle));
        }

        <T> T fold(Function<Long, T> found, Function<Obstacle, T> hindered) {
            return obstacle.isPresent() ? hindered.apply(obstacle.get()) : found.apply(image.orElseThrow());
        }
    }

    private final PublicImages published;
    private final String name;
    private final OptionalLong chosen;

    RescueImages(PublicImages published, Optional<String> setting) {
        this.published = published;
        this.chosen = setting.filter(RescueImages::isId)
                .map(id -> OptionalLong.of(Long.parseLong(id)))
                .orElse(OptionalLong.empty());
        this.name = setting.filter(text -> !isId(text)).orElse(USUAL_NAME);
    }

    private static boolean isId(String setting) {
        return setting.matches("[1-9]\\d{0,17}");
    }

    Choice forGuest(Device guest) {
        if (chosen.isPresent()) return Choice.of(chosen.getAsLong());
        List<Row> matching = published.called(name);
        List<Row> near = matching.stream()
                .filter(image -> site(image).equalsIgnoreCase(guest.site()))
                .toList();
        if (near.size() == 1) return Choice.of(near.get(0).id().orElseThrow());
        if (near.isEmpty() && matching.size() == 1)
            return Choice.of(matching.get(0).id().orElseThrow());
        if (matching.isEmpty()) return Choice.hindered(new Obstacle.NoRescueImage(name, guest.site()));
        return Choice.hindered(new Obstacle.SeveralRescueImages(
                name, matching.stream().map(RescueImages::described).toList()));
    }

    private static String site(Row image) {
        return image.row("storageRepository").row("datacenter").text("name").orElse("");
    }

    private static String described(Row image) {
        String site = site(image);
        return image.id().orElseThrow() + (site.isEmpty() ? "" : " (" + site + ")");
    }
}
