package kz.bagalau.appraisal.yearly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.desk.Pages;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Written;
import kz.bagalau.directory.EmployeeSettingsJson;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.Fraction;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.appraisal.Subject;
import kz.bagalau.rules.appraisal.YearlyScore;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Staff;

/// The yearly scores (No. 245, ¶4): one for each employee and year, in the body where they served
/// last in it (G-43).
public final class YearlyScores {

    public static final String KIND = "yearly-score";

    private static final String FORMED = "yearly-score-formed";
    private static final Texts TEXTS =
            Texts.beside(YearlyScores.class, "yearly-notices.properties");
    private static final int ID = 40;

    private final Desk desk;
    private final Map<String, Map<LocalDate, Optional<MethodologyRecord>>> acts = new HashMap<>();

    /// @param desk of one request or one run
    public YearlyScores(Desk desk) {
        this.desk = desk;
    }

    /// What is known of somebody's year.
    ///
    /// @param own the body that asks, for who has no case in the year yet
    /// @return empty where nobody of that name is known to have served
    public Optional<YearOf> find(int year, String employee, Optional<String> own) {
        List<YearCase> cases =
                desk.appraisalsOf(employee, year + "-").stream().map(YearCase::of).toList();
        List<Document> documents = documents(year, employee);
        return body(cases, documents, employee, own)
                .map(body -> gathered(year, employee, body, cases, documents));
    }

    /// What is known of the years of a body's scores, without those that are formed in another
    /// body: by one reading of the body's cases, and for whoever served elsewhere in the year, or
    /// not for all of it, by one of their own.
    public List<YearOf> of(int year, String body, List<Document> scores) {
        Staff staff = desk.staffs().of(body);
        Map<String, List<YearCase>> cases = new HashMap<>();
        for (Document appraisal : ofBody(Desk.APPRAISAL, body, year + "-")) {
            cases.computeIfAbsent(AppraisalContent.of(appraisal).employee(), _ -> new ArrayList<>())
                    .add(YearCase.of(appraisal));
        }
        return scores.stream()
                .flatMap(score -> {
                    String employee = score.content().path("employee").asText();
                    return servedHereAlone(staff, employee, year)
                            ? Stream.of(
                                    gathered(
                                            year,
                                            employee,
                                            body,
                                            cases.getOrDefault(employee, List.of()),
                                            List.of(score)))
                            : find(year, employee, Optional.empty()).stream();
                })
                .filter(found -> found.body().equals(body) && found.document().isPresent())
                .toList();
    }

    /// Whether somebody held a position of the body on every day of the year and was sent nowhere.
    private static boolean servedHereAlone(Staff staff, String employee, int year) {
        Span span = Span.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        return staff.person(employee)
                .filter(person ->
                        person.secondments().stream().noneMatch(sent -> sent.span().overlaps(span)))
                .filter(person ->
                        span.from()
                                .datesUntil(LocalDate.of(year + 1, 1, 1))
                                .allMatch(day -> person.appointmentOn(day).isPresent()))
                .isPresent();
    }

    private List<Document> documents(int year, String employee) {
        return Pages.all(paging ->
                desk.cases().of(Parties.assessed(employee), KIND, Integer.toString(year), paging));
    }

    // DOUBT: ¶4 does not say which body forms the score of who serves in two (G-43), read as the
    // last one; of who is sent elsewhere at the end of the year, the own body.
    private Optional<String> body(
            List<YearCase> cases, List<Document> documents, String employee, Optional<String> own) {
        Optional<String> formed =
                documents.stream()
                        .filter(document -> !document.state().equals("COLLECTING"))
                        .map(Document::body)
                        .findFirst();
        Optional<String> last =
                cases.stream()
                        .max(
                                Comparator.comparing(YearCase::last)
                                        .thenComparing(each -> each.number() > 0)
                                        .thenComparing(YearCase::body))
                        .map(YearCase::body);
        return formed.or(() -> last)
                .or(() -> documents.stream().map(Document::body).max(Comparator.naturalOrder()))
                .or(() -> own.filter(body -> desk.staffs().of(body).knows(employee)));
    }

    private YearOf gathered(
            int year,
            String employee,
            String body,
            List<YearCase> cases,
            List<Document> documents) {
        Optional<Document> document =
                documents.stream().filter(each -> each.body().equals(body)).findFirst();
        YearOf found =
                new YearOf(
                        year,
                        employee,
                        body,
                        cases,
                        unopened(year, employee, body, cases),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        settings(year, body),
                        document);
        // What a former body has entered holds, unless the last one says otherwise.
        for (Document each : documents) {
            found = found.with(YearlyContent.of(each));
        }
        return document.map(YearlyContent::of)
                .map(found::with)
                .map(Revision::withDestroyed)
                .orElse(found);
    }

    private Set<Quarter> unopened(int year, String employee, String body, List<YearCase> cases) {
        Staff staff = desk.staffs().of(body);
        Set<Quarter> unopened = new HashSet<>();
        IntStream.rangeClosed(1, 4)
                .mapToObj(number -> new Quarter(year, number))
                .filter(quarter -> quarter.hasEnded(desk.today()))
                .filter(quarter -> act(body, quarter.last()).isPresent())
                .filter(quarter ->
                        cases.stream()
                                .noneMatch(each ->
                                        each.body().equals(body) && each.quarter().equals(quarter)))
                .filter(quarter ->
                        Subject.of(staff, employee, quarter).stream()
                                .anyMatch(subject -> !wasDestroyed(body, subject, quarter)))
                .forEach(unopened::add);
        return unopened;
    }

    private boolean wasDestroyed(String body, Subject subject, Quarter quarter) {
        return desk.cases()
                .tombstone(Opening.reference(body, subject.person(), quarter, subject.number()))
                .isPresent();
    }

    private EmployeeSettings settings(int year, String body) {
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate day = desk.today().isBefore(end) ? desk.today() : end;
        return act(body, day).map(MethodologyRecord::settings).orElse(EmployeeSettings.DEFAULTS);
    }

    private Optional<MethodologyRecord> act(String body, LocalDate day) {
        return acts.computeIfAbsent(body, _ -> new HashMap<>())
                .computeIfAbsent(
                        day,
                        on -> desk.methodologies().inForce(body, on).map(kept -> kept.value()));
    }

    /// The first version of a score.
    public Document first(YearOf year) {
        ObjectNode content = Json.object().put("employee", year.employee());
        Staff staff = desk.staffs().of(year.body());
        LocalDate day = desk.today().isBefore(year.end()) ? desk.today() : year.end();
        content.set("person", Persons.described(staff, year.employee(), day));
        content.put("year", year.year());
        keepTerm(content, year.settings());
        return new Document(
                new Reference(KIND, id(year)),
                Flows.YEARLY_SCORE.flow().code(),
                year.body(),
                Integer.toString(year.year()),
                Set.of(Parties.assessed(year.employee()), Party.person(year.employee())),
                "COLLECTING",
                1,
                content);
    }

    /// How long it is kept, where the body's act says otherwise than ¶12.
    private static void keepTerm(ObjectNode content, EmployeeSettings settings) {
        ObjectNode kept = EmployeeSettingsJson.write(settings.only(AppraisalSetting.RETENTION));
        if (!kept.isEmpty()) {
            content.set("settings", kept);
        }
    }

    /// The ids of people and bodies are too long for one name.
    private static String id(YearOf year) {
        return year.year()
                + "."
                + Sha256.hex(year.employee() + "\n" + year.body()).substring(0, ID);
    }

    /// Lets a score go on as far as it can by itself: it is collected, formed when the year is over
    /// and its quarters are settled, at the latest on the day of ¶4, and formed again when a
    /// quarter was settled since. What another has written meanwhile waits for the next time.
    ///
    /// @return whether anything was written
    public boolean follow(YearOf year) {
        if (year.document().isEmpty()) {
            Document first = first(year);
            Act collect = act("collect", Json.object());
            return desk.cases().perform(new Change(first, collect, List.of()))
                            instanceof Written.Stored
                    && desk.cases()
                            .find(first.reference())
                            .map(found -> formed(year, found))
                            .isPresent();
        }
        return formed(year, year.document().get());
    }

    private boolean formed(YearOf year, Document standing) {
        if (!(year.result() instanceof YearlyScore.Formed formed) || !isDue(year)) {
            return false;
        }
        YearlyContent content = YearlyContent.of(standing);
        Optional<ObjectNode> latest = content.latest();
        if (latest.isPresent()
                && (Revision.restsOnDestroyed(latest.get(), year)
                        || !Revision.isOvertaken(latest.get(), year, formed))) {
            return false;
        }
        int number = content.revisions() + 1;
        content.add(Revision.of(year, formed, number, desk.today()));
        Document next =
                standing.next(
                        latest.isPresent() ? "REFORMED" : "FORMED",
                        standing.parties(),
                        content.json());
        Act act =
                act(
                        latest.isPresent() ? "form-again" : "form",
                        Json.object().put("revision", number));
        Change change = new Change(next, act, List.of(), List.of(message(year)), Optional.empty());
        return desk.cases().perform(change) instanceof Written.Stored;
    }

    private boolean isDue(YearOf year) {
        return YearlyScore.isFormed(
                year.year(), year.quarterCases(), desk.today(), desk.calendar().get());
    }

    /// To the employee, without score and grade.
    public Message message(YearOf year) {
        ObjectNode said = Json.texts(TEXTS.text(FORMED)).put("year", year.year());
        return new Message(FORMED, Party.person(year.employee()), said);
    }

    private Act act(String event, ObjectNode asked) {
        return new Act(event, "system", desk.clock().instant(), asked);
    }

    /// The employees of a body who have, or may have, a score of a year to be followed, by its
    /// cases and scores alone.
    public Set<String> toFollow(String body, int year) {
        Map<String, Document> scores = new HashMap<>();
        ofBody(KIND, body, Integer.toString(year))
                .forEach(score -> scores.put(score.content().path("employee").asText(), score));
        Set<String> people = new HashSet<>(scores.keySet());
        Map<String, List<YearCase>> cases = new HashMap<>();
        for (Document appraisal : ofBody(Desk.APPRAISAL, body, year + "-")) {
            String employee = AppraisalContent.of(appraisal).employee();
            people.add(employee);
            cases.computeIfAbsent(employee, _ -> new ArrayList<>()).add(YearCase.of(appraisal));
        }
        boolean over = desk.today().getYear() > year;
        people.removeIf(employee -> {
            Document score = scores.get(employee);
            return score != null
                    && (!over || rests(score, cases.getOrDefault(employee, List.of())));
        });
        return people;
    }

    /// Whether a score that was formed of settled quarters still has the scores of its cases here:
    /// then nothing is to be looked for in other bodies either, which follow it themselves.
    private static boolean rests(Document score, List<YearCase> here) {
        return YearlyContent.of(score)
                .latest()
                .filter(latest -> !latest.path("provisional").booleanValue())
                .filter(latest -> here.stream().allMatch(each -> isUsed(latest, each)))
                .isPresent();
    }

    private static boolean isUsed(ObjectNode latest, YearCase each) {
        return switch (each.standing()) {
            case NOT_ASSESSED -> true;
            case NO_SCORE, DISPUTED -> false;
            case SETTLED ->
                    latest.path("quartersUsed").valueStream().anyMatch(used -> gives(used, each));
        };
    }

    /// One of several cases is not compared: its quarter is gathered anew.
    private static boolean gives(JsonNode used, YearCase each) {
        return used.path("quarter").asText().equals(each.quarter().toString())
                && !used.has("rule")
                && each.score()
                        .map(Fraction::of)
                        .filter(Revision.fraction(used.path("fraction").asText())::equals)
                        .isPresent();
    }

    private List<Document> ofBody(String kind, String body, String period) {
        return Pages.all(paging -> desk.cases().ofBody(kind, body, period, paging));
    }
}
