package kz.bagalau.workmode.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kz.bagalau.arrangements.HoursJson;
import kz.bagalau.arrangements.Regimes;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.calendar.AlmatyTime;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.rules.workmode.Channel;
import kz.bagalau.rules.workmode.FlexibleApplication;
import kz.bagalau.rules.workmode.FlexiblePeriod;
import kz.bagalau.rules.workmode.Norm;
import kz.bagalau.workmode.desk.WorkWarning;
import kz.bagalau.workmode.regime.NormForm;

/// Applications for flexible time (No. 120, ¶15, ¶16): who is who in the case of one, whose turn it
/// is, and what a caller may see.
///
/// The content of a document: `employee`, `by` (who sent it), `reasons`, `mode`, `from`, `to`,
/// `channel`, `submittedAt`, `externalId`; later `receivedAt`, `due` (once it is decided or
/// withdrawn), `decision`, `decidedAt`, `refusalReason`.
public final class Applications implements Kind {

    public static final String KIND = "flexible-application";

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    static final String EMPLOYEE = "employee";
    static final String BY = "by";
    static final String FROM = "from";
    private static final String DUE = "due";
    public static final String RECEIVED = "receivedAt";
    public static final String SUBMITTED = "submittedAt";

    private final Regimes regimes;
    private final Supplier<WorkingCalendar> calendar;
    private final Clock clock;

    public Applications(Regimes regimes, Supplier<WorkingCalendar> calendar, Clock clock) {
        this.regimes = regimes;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Flow flow() {
        return Flows.FLEXIBLE_APPLICATION.flow();
    }

    @Override
    public Set<Actor> actors(Caller caller, Document document) {
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        if (isEmployee(caller, document)) {
            actors.add(Actor.EMPLOYEE);
        }
        if (caller.has(Role.HR, document.body())) {
            actors.add(Actor.HR);
        }
        if (caller.has(Role.HEAD, document.body())) {
            actors.add(Actor.AUTHORISED_PERSON);
        }
        if (isSender(caller, document)) {
            actors.add(Actor.OTHER_SYSTEM);
        }
        return actors;
    }

    /// Whether it exists for this caller.
    public boolean sees(Caller caller, Document document) {
        return !actors(caller, document).isEmpty();
    }

    /// Systems have names of their own, which may be those of people.
    public static boolean isEmployee(Caller caller, Document document) {
        return !caller.has(Role.SERVICE)
                && document.content().path(EMPLOYEE).asText().equals(caller.subject());
    }

    /// A system sees what it has sent itself.
    private static boolean isSender(Caller caller, Document document) {
        ObjectNode content = document.content();
        boolean bySystem =
                switch (Channel.valueOf(content.path("channel").asText())) {
                    case EQYZMET, DEPARTMENTAL -> true;
                    case OWN_PAGE, PAPER -> false;
                };
        return bySystem
                && caller.has(Role.SERVICE)
                && content.path(BY).asText().equals(caller.subject());
    }

    /// The document of an id in an address; empty where it can be none.
    public static Optional<Reference> reference(String id) {
        return ID.matcher(id).matches() ? Optional.of(new Reference(KIND, id)) : Optional.empty();
    }

    /// The application as the rules look at it.
    public static FlexibleApplication application(Document document) {
        ObjectNode content = document.content();
        JsonNode mode = content.path("mode");
        return new FlexibleApplication(
                content.path(EMPLOYEE).asText(),
                content.path("reasons").asText(),
                Optional.of(HoursJson.read(mode)),
                Optional.of(LocalDate.parse(content.path(FROM).asText())),
                Optional.of(LocalDate.parse(content.path("to").asText())),
                Channel.valueOf(content.path("channel").asText()),
                AlmatyTime.day(Instant.parse(content.path(SUBMITTED).asText())));
    }

    public static Set<Party> parties(String employee, Caller by) {
        Party own = Party.person(employee);
        return by.has(Role.SERVICE) ? Set.of(own, Party.person(by.subject())) : Set.of(own);
    }

    @Override
    public Turn turn(Document document) {
        return new Turn() {

            @Override
            public Optional<Party> owner(Step step) {
                return switch (step.event()) {
                    case "receive" -> Optional.of(Party.office(Role.HR, document.body()));
                    case "approve" -> Optional.of(Party.office(Role.HEAD, document.body()));
                    default -> Optional.empty();
                };
            }

            @Override
            public LocalDate start(Deadline rule) {
                return received(document).orElseThrow();
            }

            @Override
            public Optional<LocalDate> ownDay(Step step) {
                return Optional.empty();
            }
        };
    }

    /// The day on which it reached the authorised person.
    private static Optional<LocalDate> received(Document document) {
        JsonNode at = document.content().path(RECEIVED);
        return at.isTextual()
                ? Optional.of(AlmatyTime.day(Instant.parse(at.asText())))
                : Optional.empty();
    }

    @Override
    public ObjectNode shown(Caller caller, Document document) {
        ObjectNode content = document.content();
        content.remove(BY);
        ObjectNode json = summary(document);
        json.setAll(content);
        json.put(
                "lastAllowed",
                FlexiblePeriod.lastAllowed(
                                LocalDate.parse(content.path(FROM).asText()),
                                regimes.settings().value().settings())
                        .toString());
        LocalDate submitted = AlmatyTime.day(Instant.parse(content.path(SUBMITTED).asText()));
        json.set(WorkWarning.FIELD, warnings(document));
        json.set("norm", NormForm.json(Norm.CHANNELS, submitted, regimes.wordings()));
        return json;
    }

    /// What readers should know of the application by itself.
    private ArrayNode warnings(Document document) {
        return WorkWarning.shown(
                WorkWarning.of(
                        application(document)
                                .findings(true, List.of(), regimes.settings().value().settings())));
    }

    /// What lists show: neither times nor reasons.
    public ObjectNode summary(Document document) {
        ObjectNode content = document.content();
        ObjectNode json =
                Json.object()
                        .put("id", document.reference().id())
                        .put("body", document.body())
                        .put(EMPLOYEE, content.path(EMPLOYEE).asText())
                        .put("state", document.state())
                        .put(FROM, content.path(FROM).asText())
                        .put("to", content.path("to").asText())
                        .put("version", document.version());
        Optional<LocalDate> due =
                content.has(DUE)
                        ? Optional.of(LocalDate.parse(content.path(DUE).asText()))
                        : due(document);
        due.ifPresent(day -> json.put(DUE, day.toString()));
        boolean overdue =
                document.state().equals("RECEIVED")
                        && due.filter(AlmatyTime.day(clock.instant())::isAfter).isPresent();
        return json.put("overdue", overdue);
    }

    /// The last day of ¶16 by the calendar as it stands now; empty before the receipt, and where
    /// nobody knows its working days.
    private Optional<LocalDate> due(Document document) {
        return received(document)
                .flatMap(day ->
                        Deadline.FLEXIBLE_REVIEW.due(day, calendar.get())
                                        instanceof DueDate.Found found
                                ? Optional.of(found.due())
                                : Optional.empty());
    }

    /// The content of an application that nobody has to decide on any more: its term stays what it
    /// was, whatever becomes of the calendar (CAL.4).
    public ObjectNode closed(Document document) {
        ObjectNode content = document.content();
        if (!content.has(DUE)) {
            due(document).ifPresent(day -> content.put(DUE, day.toString()));
        }
        return content;
    }
}
