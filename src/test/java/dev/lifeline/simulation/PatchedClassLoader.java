package dev.lifeline.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Loads the classes of the bot anew, those of a folder first; libraries are shared with the tests. */
final class PatchedClassLoader extends ClassLoader {

    private static final String OURS = "dev.lifeline.";

    private final Path patched;

    PatchedClassLoader(Path patched, ClassLoader parent) {
        super(parent);
        this.patched = patched;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String resource = name.replace('.', '/') + ".class";
        try {
            byte[] code = read(resource);
            if (code == null) throw new ClassNotFoundException(name);
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte @Nullable [] read(String resource) throws IOException {
        Path inFolder = patched.resolve(resource);
        if (Files.exists(inFolder)) return Files.readAllBytes(inFolder);
        try (InputStream stream = getParent().getResourceAsStream(resource)) {
            return stream == null ? null : stream.readAllBytes();
        }
    }
}
