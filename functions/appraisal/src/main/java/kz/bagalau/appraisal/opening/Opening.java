package kz.bagalau.appraisal.opening;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.content.Parties;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Reference;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.rules.appraisal.AppraisalSetting;
import kz.bagalau.rules.appraisal.AssessorFinding;
import kz.bagalau.rules.appraisal.AssessorSearch;
import kz.bagalau.rules.appraisal.Eligibility;
import kz.bagalau.rules.appraisal.EmployeeSettings;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.appraisal.PositionTime;
import kz.bagalau.rules.appraisal.Subject;
import kz.bagalau.rules.calendar.WorkWeek;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.staff.Employee;
import kz.bagalau.rules.staff.Staff;

/// What the directory says of the quarters of a body's people: whether each is assessed, by whom
/// and on which form (No. 245, ¶3, ¶5, ¶16). Asked when a case is opened, and again until it is
/// scored.
///
/// @param staff of the body
public record Opening(Desk desk, String body, Staff staff) {

    private static final int ID_LENGTH = 32;

    public static Opening of(Desk desk, String body) {
        return new Opening(desk, body, desk.staffs().of(body));
    }

    /// One case for a body, a person, a quarter and a position, however often it is opened.
    ///
    /// @param number of the case, by which [Numbering] finds its position again
    public static Reference reference(String body, String employee, Quarter quarter, int number) {
        String id =
                Sha256.hex(
                                String.join(
                                        "\n",
                                        body,
                                        employee,
                                        quarter.toString(),
                                        Integer.toString(number)))
                        .substring(0, ID_LENGTH);
        return new Reference(Desk.APPRAISAL, id);
    }

    /// Who may have a case for a quarter: everybody of the body, and whoever is sent to it.
    public List<String> people() {
        return Stream.concat(
                        staff.people().stream().map(Employee::id),
                        staff.seconded().stream().map(in -> in.person().id()))
                .distinct()
                .sorted()
                .toList();
    }

    /// What is assessed of a person, each under the number of its case.
    public List<Subject> subjects(String employee, Quarter quarter) {
        return subjects(employee, quarter, desk.appraisalsOf(employee, quarter.toString()));
    }

    /// @param standing cases of the person's quarter, in whatever bodies
    public List<Subject> subjects(String employee, Quarter quarter, Collection<Document> standing) {
        List<Subject> found = Subject.of(staff, employee, quarter);
        List<AppraisalContent> cases =
                standing.stream()
                        .filter(appraisal -> appraisal.body().equals(body))
                        .map(AppraisalContent::of)
                        .filter(content -> content.number() != Subject.RECEIVED)
                        .toList();
        return Stream.concat(
                        numbering().of(positions(found), cases).stream(), received(found).stream())
                .toList();
    }

    /// Whoever is sent to the body has at most one case of a quarter there.
    public Optional<Subject> received(String employee, Quarter quarter) {
        return received(Subject.of(staff, employee, quarter));
    }

    private static Optional<Subject> received(List<Subject> found) {
        return found.stream().filter(subject -> subject.number() == Subject.RECEIVED).findFirst();
    }

    private static List<Subject> positions(List<Subject> found) {
        return found.stream().filter(subject -> subject.number() != Subject.RECEIVED).toList();
    }

    private Numbering numbering() {
        return new Numbering(this::isSamePlace);
    }

    private boolean isSamePlace(AppraisalContent content, Subject subject) {
        ObjectNode now = person(Persons.find(staff, subject.person()), subject);
        return Stream.of("position", "unit")
                .allMatch(field -> now.path(field).equals(content.json().at("/person/" + field)));
    }

    /// The first version of a case.
    public Document first(Subject subject, Quarter quarter, Edition<MethodologyRecord> act) {
        AppraisalContent content = new AppraisalContent(Json.object());
        ObjectNode json = content.json();
        json.put("employee", subject.person());
        json.put("quarter", quarter.toString());
        json.put("number", subject.number());
        json.set("methodology", methodology(act));
        content.keep(act.value().settings());
        json.put("due", due(quarter, act.value().settings()).toString());
        String state = examine(content, subject);
        return new Document(
                reference(body, subject.person(), quarter, subject.number()),
                Flows.APPRAISAL.flow().code(),
                body,
                quarter.toString(),
                Parties.of(content, staff, desk.today()),
                state,
                1,
                json);
    }

    // ¶4 names a day of the month, which needs no calendar.
    private static LocalDate due(Quarter quarter, EmployeeSettings settings) {
        return quarter.next()
                .first()
                .withDayOfMonth(settings.get(AppraisalSetting.QUARTER_DUE_DAY));
    }

    private static ObjectNode methodology(Edition<MethodologyRecord> edition) {
        MethodologyRecord.Act act = edition.value().act();
        ObjectNode json = Json.object().put("version", edition.version());
        json.putObject("act")
                .put("kind", act.kind())
                .put("number", act.number())
                .put("date", act.date().toString());
        return json;
    }

    /// The next version of a case that is not scored; empty where the directory says what it said.
    public Optional<Document> again(Document seen) {
        AppraisalContent content = AppraisalContent.of(seen);
        String state = examine(content);
        Document next = seen.next(state, Parties.of(content, staff, desk.today()), content.json());
        return next.state().equals(seen.state())
                        && found(next).equals(found(seen))
                        && next.parties().equals(seen.parties())
                ? Optional.empty()
                : Optional.of(next);
    }

    /// What was found, without the way to it: the search names the day on which it was made.
    private static ObjectNode found(Document appraisal) {
        return appraisal.content().without(List.of("reasons"));
    }

    /// Looks at a case anew, after the personnel service has decided on its eligibility.
    ///
    /// @return the state that follows
    public String examine(AppraisalContent content) {
        Optional<Subject> subject = subject(content);
        if (subject.isPresent()) {
            return examine(content, subject.get());
        }
        Optional<ObjectNode> before = content.person();
        String state = examine(content, unknown(content));
        before.ifPresent(person -> content.json().set("person", person));
        return state;
    }

    /// The same case with the assessor whom the directory gives on this day, where the search still
    /// finds one.
    public Document withAssessorOfToday(Document seen) {
        AppraisalContent content = AppraisalContent.of(seen);
        if (!seen.state().equals("WITH_ASSESSOR") || content.assessorStays()) {
            return seen;
        }
        Optional<Document> again =
                again(seen).filter(found -> found.state().equals("WITH_ASSESSOR"));
        return again.map(found -> seen.saying(found.content())).orElse(seen);
    }

    /// Empty where the directory no longer knows the position.
    private Optional<Subject> subject(AppraisalContent content) {
        if (content.number() == Subject.RECEIVED) {
            return received(content.employee(), content.quarter());
        }
        List<Subject> positions =
                positions(Subject.of(staff, content.employee(), content.quarter()));
        List<Subject> numbered =
                numbering().isAbout(content, positions)
                        ? positions
                        : subjects(content.employee(), content.quarter());
        return numbered.stream()
                .filter(subject -> subject.number() == content.number())
                .findFirst();
    }

    /// It was held on no day.
    private static Subject unknown(AppraisalContent content) {
        return new Subject(
                content.employee(),
                content.number(),
                Posts.unknown(content.employee(), content.quarter()),
                new PositionTime(List.of(), List.of(), WorkWeek.FIVE_DAYS),
                content.last(),
                content.withoutParticipation());
    }

    /// Writes what the directory says into a case, and gives the state that follows.
    private String examine(AppraisalContent content, Subject subject) {
        ObjectNode json = content.json();
        describe(json, subject);
        Eligibility eligibility =
                Eligibility.of(subject.time(), desk.calendar().get(), content.settings());
        json.put("workedDays", eligibility.workedDays());
        json.set("tenure", Counted.write(eligibility));
        json.put(
                "eligibility",
                content.decided()
                        .map(decided -> decided.path("eligibility").asText())
                        .orElse(eligibility.verdict().name()));
        AssessorFinding finding =
                AssessorSearch.find(staff, subject.post(), subject.last(), desk.today());
        json.put("rule", finding.rule().name());
        json.put("form", finding.form().name());
        if (!content.assessorStays()) {
            assessor(json, finding);
        }
        return settle(content);
    }

    /// The state that follows from eligibility and assessor.
    public String settle(AppraisalContent content) {
        ObjectNode json = content.json();
        json.remove("reason");
        if (!content.eligible()) {
            if (!json.has("completedOn")) {
                content.completed(desk.today());
            }
            return "NOT_ASSESSED";
        }
        content.reopened();
        if (content.assessor().isPresent()) {
            return "WITH_ASSESSOR";
        }
        json.put("reason", AppraisalContent.NO_ASSESSOR);
        return "CHECKING";
    }

    private void describe(ObjectNode json, Subject subject) {
        Optional<Employee> employee = Persons.find(staff, subject.person());
        if (employee.isPresent() || !json.has("person")) {
            json.set("person", person(employee, subject));
        }
        LocalDate from =
                subject.time().stretches().stream()
                        .map(PositionTime.Stretch::from)
                        .min(LocalDate::compareTo)
                        .orElse(subject.last());
        json.putObject("period").put("from", from.toString()).put("to", subject.last().toString());
        json.put("withoutParticipation", subject.withoutParticipation());
        new AppraisalContent(json).put("leftOn", left(employee));
    }

    private ObjectNode person(Optional<Employee> employee, Subject subject) {
        ObjectNode person = Json.object().put("name", Persons.name(staff, subject.person()));
        employee.flatMap(own -> own.appointmentOn(subject.last()))
                .ifPresent(held -> person.set("position", Persons.title(held.position())));
        staff.unit(subject.post().unit())
                .ifPresent(unit -> person.set("unit", Persons.title(unit.name())));
        return person;
    }

    /// Where somebody's last day in the body has passed.
    public Optional<LocalDate> left(Optional<Employee> employee) {
        return employee.flatMap(Employee::lastDay).filter(desk.today()::isAfter);
    }

    private void assessor(ObjectNode json, AssessorFinding finding) {
        ArrayNode reasons = json.putArray("reasons");
        finding.reasons()
                .forEach(reason ->
                        reasons.add(
                                Json.texts(reason.text())
                                        .put("paragraph", reason.citation().paragraph())));
        finding.assessor()
                .ifPresentOrElse(
                        person -> name(json, person, finding.basis().orElseThrow()),
                        () -> json.remove(List.of("assessor", "assessorPerson", "basis")));
    }

    /// Writes down who assesses.
    public void name(ObjectNode json, String person, AssessorFinding.Basis basis) {
        json.put("assessor", person);
        json.set("assessorPerson", Persons.described(staff, person, desk.today()));
        json.put("basis", basis.name());
    }
}
