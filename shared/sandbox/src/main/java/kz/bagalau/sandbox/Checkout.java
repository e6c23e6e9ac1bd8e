package kz.bagalau.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;

/// The working copy that this process was started in.
public final class Checkout {

    private Checkout() {}

    /// The nearest folder, from the working directory upwards, with both template.yaml and pom.xml.
    /// Throws [IllegalStateException] where there is none.
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("template.yaml"))
                    && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no folder with template.yaml and pom.xml at or above " + start);
    }
}
