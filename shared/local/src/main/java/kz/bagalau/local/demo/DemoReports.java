package kz.bagalau.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.bagalau.forms.report.Forms;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.local.people.Person;
import kz.bagalau.local.start.Progress;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.worktime.Scope;

/// The reports of the example data: an assessment schedule of the year before, and files of every
/// form from three bodies, the passages of each of the twelve months among them, filled in by code,
/// sent through permits like anybody's, and read by the intake. A body without `reports` has yet to
/// send its own.
public final class DemoReports {

    /// How often a file is sent to a bucket that fails.
    private static final int ATTEMPTS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_AT_ONCE = 4;
    private static final List<String> YEARLY =
            List.of("hr-statistics", "appendix-1", "appendix-2", "appendix-7", "appendix-8");
    private static final String PASSAGES = "access-events";
    private static final List<String> UNITS =
            List.of(
                    "Стратегиялық даму департаменті",
                    "Бюджет және қаржы департаменті",
                    "Заң департаменті",
                    "Персоналды басқару қызметі (кадр қызметі)");
    private static final List<String> QUALITIES =
            List.of(
                    "nazarbayev",
                    "candidates",
                    "doctors",
                    "phd",
                    "academy",
                    "bolashak",
                    "foreign",
                    "postgraduate",
                    "reserve",
                    "masters");

    private final Client client;
    private final Progress progress;
    private final JsonNode data;
    private final int year;
    private final LocalDate due;

    /// @param due when the yearly reports are due
    public DemoReports(Client client, Progress progress, JsonNode data, int year, LocalDate due) {
        this.client = client;
        this.progress = progress;
        this.data = data;
        this.year = year;
        this.due = due;
    }

    public void make() {
        progress.say("example data: an assessment schedule and the reports of three bodies");
        client.send(Demo.AGENCY, "PUT", "/assessment-schedules/" + year, schedule()).expect(200);
        List<Runnable> files = new ArrayList<>();
        for (JsonNode body : data.path("bodies")) {
            if (body.has("reports")) {
                files.add(() -> YEARLY.forEach(new Filing(body)::send));
                for (int month = 1; month <= 12; month++) {
                    YearMonth about = YearMonth.of(year, month);
                    files.add(() -> new Filing(body).send(about));
                }
            }
        }
        AtOnce.each(files, MOST_AT_ONCE, Runnable::run);
    }

    private ObjectNode schedule() {
        ObjectNode schedule = Json.object().put("basis", "№ 300, %d-12-01".formatted(year));
        var items = schedule.putArray("items");
        for (String form : YEARLY) {
            items.addObject()
                    .put("form", form)
                    .put("period", Integer.toString(year))
                    .put("due", due.toString());
        }
        for (int month = 1; month <= 12; month++) {
            items.addObject()
                    .put("form", PASSAGES)
                    .put("period", YearMonth.of(year, month).toString())
                    .put("due", due.toString());
        }
        return schedule;
    }

    /// Sends a file and waits until it was read.
    ///
    /// @param period as in the schedule
    /// @return the report as its own personnel service sees it
    public JsonNode upload(Person hr, String form, String period, String fileName, byte[] file) {
        ObjectNode request =
                Json.object()
                        .put("body", hr.body().orElseThrow())
                        .put("form", form)
                        .put("period", period)
                        .put("fileName", fileName)
                        .put("bytes", file.length)
                        .put("sha256", sha256(file));
        JsonNode asked = client.send(hr, "POST", "/reports", request).expect(201).body();
        put(asked.path("upload"), file);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode report =
                    client.send(hr, "GET", "/reports/" + asked.path("id").asText(), null)
                            .expect(200)
                            .body();
            boolean waiting =
                    List.of("AWAITING_FILE", "CHECKING").contains(report.path("state").asText());
            if (!waiting || System.nanoTime() > until) {
                return report;
            }
            pause();
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

    /// The files of one body.
    private final class Filing {

        private final String body;
        private final boolean central;
        private final int headcount;
        private final double leaning;
        private final JsonNode leavers;
        private final Person hr;
        private final Language language;
        private final Random random;

        Filing(JsonNode entry) {
            this.body = Demo.id(entry);
            this.central = entry.path("kind").asText().equals("OMO");
            this.headcount = entry.path("headcount").asInt();
            this.leaning = entry.path("leaning").asDouble();
            this.leavers = entry.path("leavers");
            this.language = Language.valueOf(entry.path("reports").asText());
            this.hr = Demo.hr(body);
            this.random = new Random(body.hashCode());
        }

        void send(String form) {
            send(form, Integer.toString(year), "xlsx", file(form).bytes());
        }

        /// The passages of a month. In the last month of a quarter the pass system exports no
        /// workbook.
        void send(YearMonth month) {
            DemoPassages.Place place =
                    new DemoPassages.Place(
                            body,
                            central ? Scope.CENTRAL : Scope.AKIM,
                            UNITS,
                            inCentralApparatus(),
                            1 - leaning);
            FilledForm form = DemoPassages.of(place, month, language);
            boolean workbook = month.getMonthValue() % 3 != 0;
            send(
                    PASSAGES,
                    month.toString(),
                    workbook ? "xlsx" : "csv",
                    workbook ? form.bytes() : form.csv());
        }

        private void send(String form, String period, String ending, byte[] file) {
            String name = "%s-%s-%s.%s".formatted(form, body, period, ending);
            JsonNode report = upload(hr, form, period, name, file);
            if (!report.path("state").asText().equals("ACCEPTED")) {
                throw new Client.Refused(name + ": " + report);
            }
        }

        /// Whose hours count (¶40.1): as many as the form `hr-statistics` says.
        private int inCentralApparatus() {
            return headcount * 2 / 3;
        }

        private FilledForm file(String form) {
            FilledForm filled = new FilledForm(Forms.find(form).orElseThrow(), language);
            return switch (form) {
                case "hr-statistics" -> statistics(filled);
                case "appendix-1" -> leavers(filled);
                case "appendix-2" -> competitions(filled);
                case "appendix-7" -> qualities(filled);
                default -> technology(filled);
            };
        }

        private FilledForm statistics(FilledForm form) {
            for (int month = 1; month <= 12; month++) {
                form.row(
                        "headcount",
                        Map.of(
                                "month",
                                Integer.toString(month),
                                "all",
                                headcount,
                                "central",
                                inCentralApparatus()));
            }
            for (int i = 0; i < headcount / 6; i++) {
                LocalDate day = LocalDate.of(year, 2 + i % 10, 15);
                boolean late = i % 9 == 8;
                form.row(
                        "training",
                        Map.of(
                                "kind",
                                i % 4 == 3 ? "retraining" : "advanced",
                                "due",
                                day,
                                "done",
                                late ? day.plusDays(9) : day.minusDays(3),
                                "outcome",
                                late ? "late" : "in_time"));
            }
            form.row("internship", Map.of("sent", headcount / 20, "accepted", headcount / 25));
            for (int i = 0; i < headcount / 8; i++) {
                form.row(
                        "appointments",
                        Map.of(
                                "from",
                                i % 5 == 4 ? "other" : i % 3 == 2 ? "district" : "own",
                                "lowest",
                                "no"));
            }
            return form;
        }

        /// What the register of announced leavers says, as HR has counted it; in the first body a
        /// leaver who was announced later is missing, so that the Agency has something to decide.
        private FilledForm leavers(FilledForm form) {
            int interviewed = count("interviewed") + count("paper");
            int silent = count("silent") + count("exempt");
            return form.row(
                            "units",
                            "central",
                            Map.of(
                                    "unit",
                                    UNITS.get(0),
                                    "left_service",
                                    interviewed,
                                    "left_service_interviewed",
                                    interviewed,
                                    "left_body",
                                    0,
                                    "left_body_interviewed",
                                    0))
                    .row(
                            "units",
                            "central",
                            Map.of(
                                    "unit",
                                    UNITS.get(1),
                                    "left_service",
                                    silent,
                                    "left_service_interviewed",
                                    0,
                                    "left_body",
                                    0,
                                    "left_body_interviewed",
                                    0));
        }

        private int count(String kind) {
            return leavers.path(kind).asInt();
        }

        private FilledForm competitions(FilledForm form) {
            for (int i = 1; i <= 8 + headcount / 10; i++) {
                form.row(
                        "competitions",
                        i % 3 == 0 ? "general" : "internal",
                        Map.of(
                                "competition",
                                "№ %d хаттама, бас маман".formatted(i),
                                i % 4 == 0 ? "observer_no" : "observer_yes",
                                "+",
                                i % 7 == 0 ? "video_no" : "video_yes",
                                "+"));
            }
            return form;
        }

        private FilledForm qualities(FilledForm form) {
            int left = headcount;
            for (int i = 0; i < UNITS.size(); i++) {
                int people = i == UNITS.size() - 1 ? left : headcount / UNITS.size();
                left -= people;
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("unit", UNITS.get(i));
                for (String quality : QUALITIES) {
                    row.put(quality, random.nextInt(1 + people / 12));
                }
                row.put("headcount", BigDecimal.valueOf(people));
                form.row("units", "central", row);
            }
            return form;
        }

        private FilledForm technology(FilledForm form) {
            for (int i = 1; i <= 4; i++) {
                form.row(
                        "1",
                        Map.of(
                                "system",
                                "«Тізілім-%d» ақпараттық жүйесі".formatted(i),
                                "currency",
                                BigDecimal.valueOf(82 + 4L * i),
                                "records",
                                1_200 * i,
                                "objects",
                                "өтініштер; шешімдер"));
            }
            form.row(
                    "1",
                    Map.of(
                            "system",
                            "Қызметтік жүйе",
                            "currency",
                            BigDecimal.valueOf(90),
                            "records",
                            10,
                            "objects",
                            "–",
                            "official_use",
                            "+"));
            for (int i = 1; i <= 12; i++) {
                Map<String, Object> function = new LinkedHashMap<>();
                function.put("number", "15." + i);
                function.put("function", "Ережедегі %d-функция".formatted(i));
                if (i % 3 != 0) {
                    function.put(
                            "own_system", "«Тізілім-%d» ақпараттық жүйесі".formatted(1 + i % 4));
                }
                form.row("2", function);
            }
            form.row("3", Map.of("staff", 6 + headcount / 20, "educated", 4 + headcount / 20));
            form.row("4", Map.of("employees", headcount, "trained", headcount * 2 / 5));
            form.row("5", contract());
            if (central) {
                form.row("6", Map.of("indicators", 64, "automatic", 41));
            }
            return form.row(
                    "7",
                    Map.of(
                            "system",
                            "«Мұрағат» ақпараттық жүйесі",
                            "holder",
                            body,
                            "functions",
                            "пайдаланылмайды",
                            "services",
                            "пайдаланылмайды",
                            "document",
                            "№ 17",
                            "reason",
                            "ауыстырылды"));
        }

        private Map<String, Object> contract() {
            Map<String, Object> contract = new LinkedHashMap<>();
            contract.put("contract", "%d-17".formatted(year));
            contract.put("tender", "%d, II".formatted(year));
            contract.put("sum", BigDecimal.valueOf(18_400_000));
            contract.put("term", "%d, III".formatted(year));
            contract.put("method", "Ашық конкурс");
            contract.put("category", "Қызмет");
            contract.put("customer", body);
            contract.put("customer_bin", "000140000017");
            contract.put("supplier", "«Мысал» ЖШС");
            contract.put("supplier_bin", "000240000025");
            contract.put("local_sum", BigDecimal.valueOf(11_040_000));
            contract.put("local_level", BigDecimal.valueOf(60));
            contract.put("status", "Орындалды");
            return contract;
        }
    }

    /// Sends a file as its permit says. It may be there from a start that was interrupted; where
    /// the bucket fails, it is sent again, as S3 asks for.
    static void put(JsonNode permit, byte[] file) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(permit.path("url").asText()))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        permit.path("headers")
                .properties()
                .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = 500;
            for (int attempt = 0; attempt < ATTEMPTS && status >= 500; attempt++) {
                status =
                        http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode();
            }
            if (status != 200 && status != 412) {
                throw new Client.Refused("the upload was refused: " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String sha256(byte[] content) {
        return Base64.getEncoder().encodeToString(Sha256.of(content));
    }
}
