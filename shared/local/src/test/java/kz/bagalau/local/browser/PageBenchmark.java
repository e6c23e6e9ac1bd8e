package kz.bagalau.local.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.bagalau.local.Trial;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// How long the survey's page takes until somebody can begin, on a phone that has never seen it:
/// over a slow 3G network, and over none but this machine's own.
@ExtendWith(Chromium.class)
class PageBenchmark {

    private static final int ROUNDS = 7;

    // "Slow 3G" as WebPageTest defines it: 400 kbit/s each way, 400 ms a round trip. The processor
    // works at a quarter of its pace, as a cheap phone's does.
    private static final int BYTES_A_SECOND = 400_000 / 8;
    private static final int ROUND_TRIP_MS = 400;
    private static final int SLOWER = 4;

    @TempDir private static Path data;

    private static final PrintStream CONSOLE = System.out;
    private static Trial trial;

    @BeforeAll
    static void start() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        trial = Trial.start(data);
        trial.open("slow");
    }

    @AfterAll
    static void stop() {
        trial.close();
        System.setOut(CONSOLE);
    }

    @Test
    void theSurveyCanBeBegun(Browser browser) {
        List<Duration> slow = new ArrayList<>();
        List<Duration> own = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            slow.add(open(browser, true));
            own.add(open(browser, false));
        }
        CONSOLE.printf(
                "survey page until it can be begun: slow 3G and a slow phone %d ms, this machine %d"
                        + " ms (medians of %d cold opens)%n",
                median(slow).toMillis(), median(own).toMillis(), ROUNDS);
    }

    private static Duration open(Browser browser, boolean slowly) {
        try (Device device = Device.phone(browser, trial.address(), "kk")) {
            Page page = device.context().newPage();
            if (slowly) {
                slowDown(device.context().newCDPSession(page));
            }
            long begun = System.nanoTime();
            page.navigate(trial.link("slow"));
            new SurveyPage(page).isAt("#shared");
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private static void slowDown(CDPSession session) {
        session.send("Network.enable");
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", ROUND_TRIP_MS);
        network.addProperty("downloadThroughput", BYTES_A_SECOND);
        network.addProperty("uploadThroughput", BYTES_A_SECOND);
        session.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", processor);
    }

    private static Duration median(List<Duration> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
