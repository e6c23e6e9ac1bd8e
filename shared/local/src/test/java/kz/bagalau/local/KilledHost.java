package kz.bagalau.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.demo.DemoPassages;
import kz.bagalau.local.people.Person;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.worktime.Scope;
import kz.bagalau.sandbox.Voter;
import org.jspecify.annotations.Nullable;

/// A host that is killed again and again while people vote, leave, send files and start runs. Each
/// of them insists until the host has acknowledged what they sent; what was acknowledged is then
/// looked for.
final class KilledHost implements AutoCloseable {

    private static final Person AGENCY =
            new Person("agency", List.of("agency"), Optional.empty(), Optional.empty());
    private static final String BODY = "body-0";
    private static final Person HR =
            new Person("hr", List.of("hr"), Optional.of(BODY), Optional.empty());
    private static final int BODIES = 20;
    private static final int YEAR = 2025;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /// After this time another run is started beside the one that is not over.
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(20);

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final Client client;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> files = new ConcurrentLinkedQueue<>();
    private final Queue<String> runs = new ConcurrentLinkedQueue<>();
    private volatile boolean loading = true;
    private HostProcess host;

    /// A request that was answered, and is answered alike when it is sent again.
    private record Acknowledged(String path, String method, JsonNode body, JsonNode answer) {}

    /// What was acknowledged, and what became of it.
    ///
    /// @param lost what the host does not know any more
    /// @param unread files acknowledged by the bucket and never read
    /// @param failed bodies of runs that were noted as failed
    /// @param letters messages among the dead letters
    record Figures(
            int ballots,
            int interviews,
            int uploads,
            int runs,
            List<String> lost,
            List<String> unread,
            int failed,
            int letters) {}

    KilledHost(Path data, Map<String, String> environment) throws IOException {
        this.data = data;
        this.environment = environment;
        this.port = HostProcess.freePort();
        this.host = new HostProcess(data, port, environment);
        this.client = new Client(host.address());
        prepare();
    }

    /// Loads and kills, then waits until everything acknowledged is worked off.
    ///
    /// @param seed of when it is killed
    Figures killed(int kills, long seed) throws Exception {
        Random random = new Random(seed);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> load = new ArrayList<>();
            for (IntConsumer one : List.<IntConsumer>of(this::vote, this::leave, this::send)) {
                load.add(threads.submit(() -> again(one)));
            }
            load.add(threads.submit(() -> again(this::run)));
            for (int kill = 0; kill < kills; kill++) {
                Thread.sleep(random.nextInt(200, 6_000));
                host.close();
                host = new HostProcess(data, port, environment);
            }
            loading = false;
            for (Future<?> one : load) {
                one.get();
            }
        }
        return figures();
    }

    private void again(IntConsumer work) {
        for (int number = 0; loading; number++) {
            work.accept(number);
        }
    }

    private void prepare() {
        for (int i = 0; i < BODIES; i++) {
            ObjectNode body =
                    Json.object().put("kind", i % 3 == 0 ? "ZHAO" : "OMO").put("headcount", 1_000);
            body.putObject("name").put("kk", "Б" + i).put("ru", "О" + i).put("en", "B" + i);
            insist(AGENCY, "PUT", "/bodies/body-" + i, body);
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(5));
        ObjectNode survey =
                Json.object()
                        .put("id", "killed")
                        .put("year", now.getYear())
                        .put("questionnaire", "appendix-9")
                        .put("opens", now.minusHours(1).toString())
                        .put("closes", now.plusDays(30).toString())
                        .put("minimumGroup", 5)
                        .put("minimumTexts", 10);
        survey.putArray("multi");
        survey.putArray("pools");
        survey.putArray("bodies").add(BODY);
        insist(AGENCY, "POST", "/surveys", survey);
        ObjectNode schedule = Json.object().put("basis", "Order No. 300");
        schedule.putArray("items")
                .addObject()
                .put("form", "appendix-7")
                .put("period", Integer.toString(YEAR))
                .put("due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        for (int month = 1; month <= 12; month++) {
            schedule.withArray("items")
                    .addObject()
                    .put("form", "access-events")
                    .put("period", YearMonth.of(YEAR, month).toString())
                    .put("due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        }
        insist(AGENCY, "PUT", "/assessment-schedules/" + YEAR, schedule);
    }

    // ------------------------------------------------------------------------------ who insists

    private void vote(int number) {
        Person person =
                new Person(
                        "voter-" + number,
                        List.of("employee"),
                        Optional.of(BODY),
                        Optional.empty());
        ObjectNode list = Json.object().put("body", BODY);
        list.putArray("people").add(person.subject());
        insist(HR, "POST", "/surveys/killed/participants", list);
        JsonNode key = insist(null, "GET", "/surveys/killed", null).path("keys").path(BODY);
        Voter voter = Voter.of(key.path("n").asText(), key.path("e").asText());
        Voter.Blinding blinding = voter.blind();
        JsonNode signed =
                insist(
                        person,
                        "POST",
                        "/surveys/killed/tokens",
                        Json.object().put("blinded", base64(blinding.blinded())));
        Voter.Token token =
                voter.finish(
                        blinding, Base64.getUrlDecoder().decode(signed.path("signature").asText()));
        ObjectNode ballot = Json.object().put("body", BODY);
        ballot.putObject("token")
                .put("message", base64(token.message()))
                .put("signature", base64(token.signature()));
        ballot.putObject("answers").put("q1", 1 + number % 4).put("q33", "Мәтін " + number);
        ballot.putObject("respondent").put("sex", 1 + number % 2);
        acknowledge("POST", "/surveys/killed/ballots", ballot);
    }

    private void leave(int number) {
        JsonNode announced =
                insist(
                        HR,
                        "POST",
                        "/exit-interviews",
                        Trial.leaving(
                                BODY, "leaver-" + number, LocalDate.now(ZoneOffset.ofHours(5))));
        String codes = "/exit-interviews/" + announced.path("id").asText() + "/codes";
        JsonNode shown = announced.has("code") ? announced : insist(HR, "POST", codes, null);
        ObjectNode interview = Json.object().put("code", shown.path("code").asText());
        ObjectNode answers = interview.putObject("answers");
        answers.putArray("q1").add("exit.q1.pay.low");
        answers.put("q2", "exit.q2.lt1").put("q3", "exit.q3.male").put("q7", "exit.q7.weekly");
        for (String question : List.of("q4", "q5", "q6", "q8", "q9", "q10", "q11")) {
            answers.put(question, "exit." + question + ".no");
        }
        acknowledge("PUT", "/exit-interviews/by-code", interview);
    }

    /// A month of passages, or a workbook that is none.
    private void send(int number) {
        boolean passages = number % 2 == 0;
        YearMonth month = YearMonth.of(YEAR, 1 + number / 2 % 12);
        byte[] file = passages ? passages(month) : bytes("no workbook " + number);
        ObjectNode request =
                Json.object()
                        .put("body", BODY)
                        .put("form", passages ? "access-events" : "appendix-7")
                        .put("period", passages ? month.toString() : Integer.toString(YEAR))
                        .put("fileName", number + (passages ? ".csv" : ".xlsx"))
                        .put("bytes", file.length)
                        .put("sha256", Base64.getEncoder().encodeToString(sha256(file)));
        // A host that starts again has its buckets at another address.
        JsonNode asked =
                insisting(() -> {
                    JsonNode permitted =
                            client.send(HR, "POST", "/reports", request).expect(201).body();
                    return put(permitted.path("upload"), file) ? permitted : null;
                });
        files.add(asked.path("id").asText());
    }

    private static byte[] passages(YearMonth month) {
        return DemoPassages.of(
                        new DemoPassages.Place(BODY, Scope.CENTRAL, List.of("Бөлім"), 2, 0.5),
                        month,
                        Language.KK)
                .csv();
    }

    private void run(int number) {
        ObjectNode order =
                Json.object()
                        .put("year", YEAR)
                        .put("kind", number % 2 == 0 ? "PRELIMINARY" : "FINAL");
        String id =
                insisting(() ->
                                client.send(AGENCY, "POST", "/runs", order, "run-" + number)
                                        .expect(202))
                        .body()
                        .path("id")
                        .asText();
        runs.add(id);
        long end = System.nanoTime() + BETWEEN_RUNS.toNanos();
        while (loading && !over(id) && System.nanoTime() < end) {
            pause();
        }
    }

    private boolean over(String run) {
        return List.of("DONE", "HELD")
                .contains(insist(AGENCY, "GET", "/runs/" + run, null).path("state").asText());
    }

    // ------------------------------------------------------------------------------ what became

    private Figures figures() {
        List<String> lost = new ArrayList<>();
        for (Acknowledged one : acknowledged) {
            JsonNode again = insist(null, one.method(), one.path(), one.body());
            if (!again.equals(one.answer())) {
                lost.add(one.path() + " " + one.answer() + " " + again);
            }
        }
        List<String> unread = new ArrayList<>();
        for (String file : files) {
            if (!comes(() -> read(file))) {
                unread.add(file);
            }
        }
        int failed = 0;
        for (String run : runs) {
            if (!comes(() -> over(run))) {
                lost.add("run " + run + insist(AGENCY, "GET", "/runs/" + run, null));
            }
            failed += insist(AGENCY, "GET", "/runs/" + run, null).path("failed").asInt();
        }
        int letters = 0;
        for (JsonNode queue : insist(null, "GET", "/local/queues", null).path("queues")) {
            letters += queue.has("deadLettersOf") ? queue.path("waiting").asInt() : 0;
        }
        int ballots =
                (int) acknowledged.stream().filter(one -> one.path().contains("ballots")).count();
        return new Figures(
                ballots,
                acknowledged.size() - ballots,
                files.size(),
                runs.size(),
                lost,
                unread,
                failed,
                letters);
    }

    private boolean read(String file) {
        return List.of("ACCEPTED", "REJECTED")
                .contains(insist(HR, "GET", "/reports/" + file, null).path("state").asText());
    }

    private static boolean comes(Supplier<Boolean> what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean come = what.get();
        while (!come && System.nanoTime() < end) {
            pause();
            come = what.get();
        }
        return come;
    }

    // ------------------------------------------------------------------------------ requests

    private void acknowledge(String method, String path, JsonNode body) {
        JsonNode answer = insist(null, method, path, body);
        acknowledged.add(new Acknowledged(path, method, body, answer));
    }

    private JsonNode insist(
            @Nullable Person who, String method, String path, @Nullable Object body) {
        return insisting(() -> client.send(who, method, path, body).expect(200, 201, 202)).body();
    }

    /// Until it is answered: whoever gets no answer, or one that says to try again, does.
    private static <T> T insisting(Supplier<@Nullable T> request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                T answer = request.get();
                if (answer != null) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            } catch (Client.Refused e) {
                if (System.nanoTime() > end || !("" + e.getMessage()).startsWith("5")) {
                    throw e;
                }
            }
            pause();
        }
    }

    /// @return whether the bucket has it, by this request or one before
    private boolean put(JsonNode upload, byte[] file) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                        .timeout(Duration.ofSeconds(30))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        upload.path("headers")
                .properties()
                .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
        try {
            int status =
                    http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 412;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        return Sha256.of(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() throws IOException {
        client.close();
        http.close();
        host.close();
    }
}
