package dev.lifeline.testkit;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** The pictures of the README: small PNG files, written with {@code -Dpictures=write} only. */
public final class Pictures {

    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final int WIDTH = 1_100;
    private static final int COLOURS = 32;
    private static final int COLOUR_BITS = 8;

    private Pictures() {}

    /**
     * Writes a picture of a part of the page, light.
     *
     * @param height of the window, in pixels: enough for all of the part
     */
    public static void write(Page page, String name, Locator part, int height) {
        if (!"write".equals(System.getProperty("pictures"))) return;
        page.setViewportSize(WIDTH, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        part.scrollIntoViewIfNeeded();
        try {
            Files.createDirectories(FOLDER);
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(part.screenshot()));
            ImageIO.write(
                    withFewColours(picture),
                    "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture in its most frequent colours, which are nearly all that a page of text has. */
    private static BufferedImage withFewColours(BufferedImage picture) {
        int[] palette = frequentColours(picture);
        BufferedImage reduced = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(COLOUR_BITS, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++)
            for (int x = 0; x < picture.getWidth(); x++) {
                int index = nearest.computeIfAbsent(picture.getRGB(x, y), colour -> nearest(palette, colour));
                reduced.getRaster().setSample(x, y, 0, index);
            }
        return reduced;
    }

    private static int[] frequentColours(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
            counts.merge(colour, 1, Integer::sum);
        List<Integer> frequent = counts.keySet().stream()
                .sorted(Comparator.comparing((Integer colour) -> -counts.get(colour)))
                .limit(COLOURS)
                .toList();
        return frequent.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int nearest(int[] palette, int colour) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparingInt(index -> distance(palette[index], colour)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift < Integer.SIZE - Byte.SIZE; shift += Byte.SIZE) {
            int difference = (one >> shift & 0xff) - (other >> shift & 0xff);
            distance += difference * difference;
        }
        return distance;
    }
}
