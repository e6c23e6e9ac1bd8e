package kz.bagalau.local;

import java.nio.file.Path;
import java.util.Map;
import kz.bagalau.sandbox.Dynoxide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// [KillsTest] with sixty kills, which takes a quarter of an hour each.
class KillsBenchmark {

    private static final int KILLS = 60;

    @TempDir Path folder;

    @Test
    void sixtyKills() throws Exception {
        try (KilledHost host = new KilledHost(folder.resolve("data"), Map.of())) {
            report("sixty kills", host.killed(KILLS, 11));
        }
    }

    @Test
    void sixtyKillsWithOneStoreRequestOfTwentyLost() throws Exception {
        try (Dynoxide store = Dynoxide.onFile(folder.resolve("store.db"));
                LossyStore lossy = new LossyStore(store.endpoint(), 7);
                KilledHost host = new KilledHost(folder.resolve("data"), KillsTest.at(lossy))) {
            report("sixty kills, one store request of twenty lost", host.killed(KILLS, 13));
            System.out.printf(
                    "store requests lost: %d before they arrived, %d after they were carried out%n",
                    lossy.lostBefore(), lossy.lostAfter());
        }
    }

    private static void report(String what, KilledHost.Figures figures) {
        System.out.printf(
                "%s: %d ballots, %d interviews, %d files, %d runs acknowledged; %d lost, %d unread,"
                        + " %d bodies failed, %d dead letters%n",
                what,
                figures.ballots(),
                figures.interviews(),
                figures.uploads(),
                figures.runs(),
                figures.lost().size(),
                figures.unread().size(),
                figures.failed(),
                figures.letters());
        KillsTest.check(figures);
    }
}
