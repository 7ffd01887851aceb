package dev.lifeline.softlayer;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.softlayer.rest.ApiObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Selects the image that a Windows guest boots for its rescue: a disk image id, not the id of an image template
 * (src/docs/platform/softlayer.md, section Launching). No source says whether a public image has to be in the guest's datacenter: an
 * image there is preferred, else the only image is taken. Thread-safe.
 */
final class RescueImages {

    private static final String DEFAULT_IMAGE_NAME = "WindowsRescueStandalone.iso";

    /** Either the image or what prevents the rescue. */
    record Selection(OptionalLong imageId, Optional<PreflightFailure> failure) {

        private static Selection of(long imageId) {
            return new Selection(OptionalLong.of(imageId), Optional.empty());
        }

        private static Selection failed(PreflightFailure failure) {
            return new Selection(OptionalLong.empty(), Optional.of(failure));
        }

        <T> T fold(Function<Long, T> onImage, Function<PreflightFailure, T> onFailure) {
            return failure.isPresent() ? onFailure.apply(failure.get()) : onImage.apply(imageId.orElseThrow());
        }
    }

    private final PublicImages publicImages;
    private final String imageName;
    private final OptionalLong configuredImageId;

    /** @param setting a disk image id or an image name; empty for the default name */
    RescueImages(PublicImages publicImages, Optional<String> setting) {
        this.publicImages = publicImages;
        this.configuredImageId = setting.filter(RescueImages::isImageId)
                .map(id -> OptionalLong.of(Long.parseLong(id)))
                .orElse(OptionalLong.empty());
        this.imageName = setting.filter(text -> !isImageId(text)).orElse(DEFAULT_IMAGE_NAME);
    }

    private static boolean isImageId(String setting) {
        return setting.matches("[1-9]\\d{0,17}");
    }

    /**
     * Selects the image. Blocks for a query where the images are not cached.
     *
     * @throws ProviderUnavailableException when they cannot be read
     */
    Selection forGuest(Device guest) {
        if (configuredImageId.isPresent()) return Selection.of(configuredImageId.getAsLong());
        List<ApiObject> matching = publicImages.findByName(imageName);
        List<ApiObject> inDatacenter = matching.stream()
                .filter(image -> datacenter(image).equalsIgnoreCase(guest.datacenter()))
                .toList();
        if (inDatacenter.size() == 1)
            return Selection.of(inDatacenter.get(0).id().orElseThrow());
        if (inDatacenter.isEmpty() && matching.size() == 1)
            return Selection.of(matching.get(0).id().orElseThrow());
        if (matching.isEmpty())
            return Selection.failed(new PreflightFailure.NoRescueImage(imageName, guest.datacenter()));
        return Selection.failed(new PreflightFailure.AmbiguousRescueImage(
                imageName, matching.stream().map(RescueImages::describe).toList()));
    }

    /**
     * What would keep every Windows guest from being rescued, with what to do; empty where nothing would. Blocks for a query where the
     * images are not cached.
     */
    Optional<String> problem() {
        if (configuredImageId.isPresent()) {
            long id = configuredImageId.getAsLong();
            return publicImages.contains(id)
                    ? Optional.empty()
                    : Optional.of("LIFELINE_RESCUE_IMAGE " + id
                            + " is none of the provider's public images: make sure that it is a disk "
                            + "image that the account can mount");
        }
        return publicImages.findByName(imageName).isEmpty()
                ? Optional.of("no public image " + imageName
                        + ": Windows guests cannot be rescued until LIFELINE_RESCUE_IMAGE names " + "a disk image id")
                : Optional.empty();
    }

    private static String datacenter(ApiObject image) {
        return image.object("storageRepository")
                .object("datacenter")
                .text("name")
                .orElse("");
    }

    private static String describe(ApiObject image) {
        String site = datacenter(image);
        return image.id().orElseThrow() + (site.isEmpty() ? "" : " (" + site + ")");
    }
}
