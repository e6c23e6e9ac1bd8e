package kz.bagalau.local;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.bagalau.local.demo.Demo;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.Progress;
import kz.bagalau.local.start.Settings;

/// Starts Bagalau on this machine and keeps it running until it is stopped by Ctrl-C or SIGTERM, or
/// until the process that started it (Maven) is gone.
public final class Bagalau {

    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final long LOG_LIMIT = 10_000_000;

    private Bagalau() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream console = System.out;
        Progress progress = line -> console.println("  " + line);
        AtomicBoolean stopping = new AtomicBoolean();
        console.println("Bagalau starts");
        try {
            endWithParent();
            Settings settings = Settings.of(System.getenv());
            System.setOut(log(settings.data()));
            Host host = Host.start(settings, progress);
            java.lang.Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .unstarted(() -> {
                                        stopping.set(true);
                                        host.close();
                                        console.println("Bagalau has stopped.");
                                    }));
            progress.say("answers at " + host.address());
            console.println(
                    new Demo(host, progress, settings.demoBodies()).walkThrough(settings.demo()));
            watch(host, stopping, console);
        } catch (NotStarted e) {
            console.println();
            console.println(e.getMessage());
            System.exit(1);
        }
    }

    /// What the functions log on AWS goes to a file here, so that the console stays readable.
    private static PrintStream log(Path data) {
        Path file = data.resolve("functions.log");
        try {
            Files.createDirectories(data);
            boolean append = Files.notExists(file) || Files.size(file) < LOG_LIMIT;
            return new PrintStream(
                    new FileOutputStream(file.toFile(), append), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NotStarted("The data folder " + data + " cannot be used: " + e, e);
        }
    }

    /// Maven killed by SIGKILL can stop nobody; so the host looks to it.
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        Thread.ofVirtual()
                                .start(() -> {
                                    parent.onExit().join();
                                    System.exit(0);
                                }));
    }

    /// Without its store the host is of no use. Ctrl-C reaches dynoxide at the same time as the
    /// host, which then is stopping already.
    private static void watch(Host host, AtomicBoolean stopping, PrintStream console)
            throws InterruptedException {
        boolean lost = false;
        while (!lost) {
            Thread.sleep(WATCH);
            if (!host.hasStore()) {
                Thread.sleep(WATCH);
                lost = !host.hasStore();
            }
        }
        if (!stopping.get()) {
            console.println("The store (dynoxide) has ended unexpectedly. Start Bagalau again.");
            System.exit(1);
        }
        Thread.currentThread().join();
    }
}
