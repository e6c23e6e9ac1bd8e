package kz.bagalau.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import kz.bagalau.scoring.run.Run;

/// Runs the same bodies in a process of its own, and writes the manifest to a file.
final class ManifestOfAnotherProcess {

    private ManifestOfAnotherProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (RunStage stage = new RunStage()) {
            ManifestTest.bodies(stage, List.of(4, 2, 5, 1, 3));
            stage.at(Instant.parse("2026-11-30T20:00:00Z"));
            String run = stage.start(Run.Kind.PRELIMINARY);
            stage.work(new Random(99), 3);
            Files.writeString(Path.of(arguments[0]), stage.manifest(run));
        }
        System.exit(0);
    }
}
