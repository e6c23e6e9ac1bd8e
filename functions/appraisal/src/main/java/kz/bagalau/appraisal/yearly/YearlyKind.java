package kz.bagalau.appraisal.yearly;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.cases.http.Heads;
import kz.bagalau.cases.http.Kind;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.appraisal.YearlyScore;
import kz.bagalau.rules.appraisal.YearlyScore.Missing;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;
import kz.bagalau.rules.flow.Flows;
import kz.bagalau.rules.flow.Step;
import kz.bagalau.rules.monitoring.Quarter;

/// Who is who in a yearly score, and what it shows. Nobody has a turn in it: it is formed by
/// itself.
public record YearlyKind(YearOf year, WorkingCalendar calendar) implements Kind {

    @Override
    public Flow flow() {
        return Flows.YEARLY_SCORE.flow();
    }

    /// Whom the score is about does nothing in it, whatever other roles they have.
    @Override
    public Set<Actor> actors(Caller caller, Document score) {
        return !isOwn(caller) && caller.has(Role.HR, year.body()) ? Set.of(Actor.HR) : Set.of();
    }

    public boolean isVisibleTo(Caller caller) {
        return isOwn(caller)
                || caller.has(Role.HR, year.body())
                || caller.has(Role.HEAD, year.body());
    }

    boolean isOwn(Caller caller) {
        return caller.subject().equals(year.employee());
    }

    @Override
    public Turn turn(Document score) {
        return new NoTurn();
    }

    @Override
    public ObjectNode shown(Caller caller, Document score) {
        ObjectNode shown = Heads.of(score);
        ObjectNode content = score.content();
        YearlyContent said = new YearlyContent(content);
        Optional<ObjectNode> latest = said.latest();
        shown.setAll(content);
        shown.remove(List.of("revisions", "settings"));
        latest.ifPresent(shown::setAll);
        ArrayNode earlier = shown.putArray("earlier");
        content.path("revisions")
                .valueStream()
                .limit(latest.isPresent() ? said.revisions() - 1 : 0)
                .forEach(earlier::add);
        return standing(shown, year.with(said));
    }

    /// A score that nobody has collected yet.
    public ObjectNode collecting() {
        ObjectNode shown =
                Json.object()
                        .put("body", year.body())
                        .put("state", "COLLECTING")
                        .put("employee", year.employee())
                        .put("year", year.year());
        return standing(shown, year);
    }

    /// A line of a list.
    public ObjectNode line(Document score) {
        ObjectNode line = Heads.of(score);
        ObjectNode content = score.content();
        line.set("employee", content.path("employee"));
        line.set("name", content.at("/person/name"));
        new YearlyContent(content)
                .latest()
                .ifPresent(latest ->
                        Stream.of("revision", "formedOn", "meanRounded", "grade")
                                .forEach(field -> line.set(field, latest.get(field))));
        YearOf now = year.with(new YearlyContent(content));
        return provisional(line, missing(now));
    }

    /// How the quarters stand now, whatever the last revision was formed of.
    private ObjectNode standing(ObjectNode shown, YearOf now) {
        due().ifPresent(day -> shown.put("due", day.toString()));
        ArrayNode quarters = shown.putArray("quarters");
        for (Quarter quarter : now.quarters()) {
            ObjectNode each = quarters.addObject().put("quarter", quarter.toString());
            ArrayNode cases = each.putArray("cases");
            for (YearCase one : now.casesOf(quarter)) {
                ObjectNode line = cases.addObject().put("body", one.body());
                line.put("state", one.state());
                one.score().ifPresent(score -> line.put("score", score.toPlainString()));
                line.put("workedDays", one.workedDays());
            }
        }
        if (now.result() instanceof YearlyScore.None && !shown.has("revision")) {
            shown.put("reason", "NO_QUARTER_ASSESSED");
        }
        return provisional(shown, missing(now));
    }

    private static ObjectNode provisional(ObjectNode shown, List<Missing> missing) {
        shown.put("provisional", !missing.isEmpty());
        shown.set("missing", Revision.missing(missing));
        return shown;
    }

    private static List<Missing> missing(YearOf year) {
        return switch (year.result()) {
            case YearlyScore.None(var missing) -> missing;
            case YearlyScore.Formed formed -> formed.missing();
        };
    }

    /// The 30th of January after the year (¶4).
    private Optional<LocalDate> due() {
        return switch (Deadline.APPRAISAL_YEAR.due(year.end(), calendar)) {
            case DueDate.Found found -> Optional.of(found.due());
            case DueDate.NotAStart _, DueDate.BeyondCalendar _ -> Optional.empty();
        };
    }

    private record NoTurn() implements Turn {

        @Override
        public Optional<Party> owner(Step step) {
            return Optional.empty();
        }

        @Override
        public LocalDate start(Deadline rule) {
            throw new IllegalStateException(rule + " is no term of a turn");
        }

        @Override
        public Optional<LocalDate> ownDay(Step step) {
            return Optional.empty();
        }
    }
}
