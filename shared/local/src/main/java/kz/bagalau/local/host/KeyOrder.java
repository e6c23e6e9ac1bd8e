package kz.bagalau.local.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Log;
import kz.bagalau.local.background.Scheduler;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.data.Store;
import kz.bagalau.local.functions.Gateway;
import kz.bagalau.local.http.Request;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.people.Tokens;

/// After a survey is closed its ballots may no longer lie in the order in which they came (design,
/// "Anonymity", step 9). Learns from the public route which surveys are closed, and has the store
/// rewritten once for each.
final class KeyOrder {

    private static final String FILE = "rewritten.json";
    private static final Person READER =
            new Person("host", List.of("agency"), Optional.empty(), Optional.empty());

    private final Store store;
    private final DataFolder data;
    private final Gateway gateway;
    private final Tokens tokens;
    private final Scheduler scheduler;
    private volatile Optional<Store.Obstacle> postponed = Optional.empty();

    KeyOrder(Store store, DataFolder data, Gateway gateway, Tokens tokens, Scheduler scheduler) {
        this.store = store;
        this.data = data;
        this.gateway = gateway;
        this.tokens = tokens;
        this.scheduler = scheduler;
    }

    /// Rewrites the store where a survey was closed since the last time; requests wait meanwhile. A
    /// rewriting that was postponed is tried again at the next call.
    synchronized void restore() {
        if (!store.isOwn()) {
            return;
        }
        Set<String> done = new TreeSet<>();
        data.read(FILE).ifPresent(text -> Json.read(text).forEach(id -> done.add(id.asText())));
        Set<String> closed = scheduler.during(this::closed);
        if (done.containsAll(closed)) {
            postponed = Optional.empty();
            return;
        }
        switch (scheduler.alone(() -> store.rewriteInKeyOrder())) {
            case Store.Rewritten() -> {
                postponed = Optional.empty();
                note(closed);
            }
            case Store.Postponed(Store.Obstacle obstacle) -> {
                Log.event("key_order_postponed", Map.of("obstacle", obstacle.name()));
                postponed = Optional.of(obstacle);
            }
        }
    }

    /// Why the ballots of a closed survey still lie in the order in which they came; empty where
    /// none do.
    Optional<Store.Obstacle> postponed() {
        return postponed;
    }

    /// Where it cannot be noted, the store is rewritten once more the next time.
    private void note(Set<String> rewritten) {
        try {
            data.write(FILE, Json.write(rewritten));
        } catch (DataFolder.NotWritten e) {
            Log.failure("key order", e);
        }
    }

    private Set<String> closed() {
        Request request =
                new Request(
                        "GET",
                        "/surveys",
                        "",
                        Map.of("authorization", List.of("Bearer " + tokens.issue(READER))),
                        new byte[0],
                        "HTTP/1.1");
        Set<String> closed = new TreeSet<>();
        gateway.answer(request)
                .filter(answer -> answer.status() == 200)
                .map(answer -> Json.read(new String(answer.body(), StandardCharsets.UTF_8)))
                .ifPresent(answer -> {
                    for (JsonNode survey : answer.path("surveys")) {
                        if (survey.path("state").asText().equals("CLOSED")) {
                            closed.add(survey.path("id").asText());
                        }
                    }
                });
        return closed;
    }
}
