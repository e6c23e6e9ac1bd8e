package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kz.bagalau.sandbox.Dynoxide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The host is killed while ballots, interviews, files and runs are under way: nothing that it has
/// acknowledged is lost, and no body fails. [KillsBenchmark] does the same sixty times.
class KillsTest {

    @TempDir Path folder;

    @Test
    void fourKills_loseNothingAcknowledged_andFailNobody() throws Exception {
        try (KilledHost host = new KilledHost(folder.resolve("data"), Map.of())) {
            check(host.killed(4, 11));
        }
    }

    @Test
    void twoKills_withOneStoreRequestOfTwentyLost_loseNothingEither() throws Exception {
        try (Dynoxide store = Dynoxide.onFile(folder.resolve("store.db"));
                LossyStore lossy = new LossyStore(store.endpoint(), 7);
                KilledHost host = new KilledHost(folder.resolve("data"), at(lossy))) {
            check(host.killed(2, 13));
            assertThat(lossy.lostBefore()).isPositive();
            assertThat(lossy.lostAfter()).isPositive();
        }
    }

    static Map<String, String> at(LossyStore store) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", store.address().toString());
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "any");
        environment.put("AWS_SECRET_ACCESS_KEY", "any");
        return environment;
    }

    static void check(KilledHost.Figures figures) {
        assertThat(figures.lost()).isEmpty();
        assertThat(figures.unread()).isEmpty();
        assertThat(figures.failed()).isZero();
        assertThat(figures.letters()).isZero();
        assertThat(figures.ballots()).isPositive();
        assertThat(figures.interviews()).isPositive();
        assertThat(figures.uploads()).isPositive();
        assertThat(figures.runs()).isPositive();
    }
}
