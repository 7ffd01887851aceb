package dev.lifeline.softlayer;

import dev.lifeline.device.Device;
import dev.lifeline.device.PreflightFailure;
import dev.lifeline.softlayer.rest.ApiObject;
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

    private static final String DEFAULT_IMAGE_NAME = "WindowsRescueStandalone.iso";

    /** The image, or what hinders. */
    record Selection(OptionalLong imageId, Optional<PreflightFailure> failure) {

        private static Selection of(long imageId) {
            return new Selection(OptionalLong.of(imageId), Optional.empty());
        }

        private static Selection failed(PreflightFailure failure) {
            return new Selection(OptionalLong.empty(), Optional.of(failure));
        }

        <T> T fold(Function<Long, T> found, Function<PreflightFailure, T> hindered) {
            return failure.isPresent() ? hindered.apply(failure.get()) : found.apply(imageId.orElseThrow());
        }
    }

    private final PublicImages publicImages;
    private final String imageName;
    private final OptionalLong configuredImageId;

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

    Selection forGuest(Device guest) {
        if (configuredImageId.isPresent()) return Selection.of(configuredImageId.getAsLong());
        List<ApiObject> matching = publicImages.findByName(imageName);
        List<ApiObject> near = matching.stream()
                .filter(image -> datacenter(image).equalsIgnoreCase(guest.datacenter()))
                .toList();
        if (near.size() == 1) return Selection.of(near.get(0).id().orElseThrow());
        if (near.isEmpty() && matching.size() == 1)
            return Selection.of(matching.get(0).id().orElseThrow());
        if (matching.isEmpty())
            return Selection.failed(new PreflightFailure.NoRescueImage(imageName, guest.datacenter()));
        return Selection.failed(new PreflightFailure.AmbiguousRescueImage(
                imageName, matching.stream().map(RescueImages::describe).toList()));
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
