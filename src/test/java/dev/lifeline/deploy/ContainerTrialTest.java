package dev.lifeline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the image from the Dockerfile, starts it as its own user on a read-only file system, and rescues a server in it. Needs root,
 * buildah, debootstrap and the network; skipped where one of them is missing.
 */
@Tag("long")
class ContainerTrialTest {

    private static final int MAX_MINUTES = 40;

    @TempDir
    Path folder;

    @Test
    void the_image_runs_as_its_own_user_on_a_read_only_file_system_and_rescues_a_server() throws Exception {
        for (String program : new String[] {"buildah", "debootstrap", "unshare"})
            assumeTrue(run("which", program) == 0, program + " is not installed");
        assumeTrue("root".equals(System.getProperty("user.name")), "not root");

        assertThat(run("src/test/container/try.sh", System.getProperty("lifeline.container.folder", folder.toString())))
                .isZero();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) return process.exitValue();
        process.destroy();
        throw new AssertionError("still running: " + command[0]);
    }
}
