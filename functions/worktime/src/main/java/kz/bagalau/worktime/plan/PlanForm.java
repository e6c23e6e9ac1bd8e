package kz.bagalau.worktime.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.bagalau.cases.http.Asked;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.rules.monitoring.Quarter;
import kz.bagalau.rules.monitoring.VisitPlan;
import kz.bagalau.worktime.desk.Days;
import kz.bagalau.worktime.desk.WorktimeProblem;

/// What is sent about plans of visits.
///
/// @param act the amending act; empty for a draft
/// @param seen the version that the sender has seen
public record PlanForm(
        LocalDate from, LocalDate to, List<Entry> items, Optional<String> act, OptionalLong seen) {

    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_ITEMS = 500;
    private static final int MAX_ACT = 300;
    private static final int MAX_ID = 100;
    private static final int MAX_BODIES = 60;

    /// @param id of an item that stands already; empty for a new one, or where the sender does not
    ///   say
    public record Entry(Optional<String> id, VisitPlan.Item item) {}

    public static Input.Result<PlanForm> draft(Request request) {
        return read(request.input(MAX_BYTES), false, false);
    }

    /// @param amends whether the plan is approved, so that another act is needed
    public static Input.Result<PlanForm> changed(Request request, boolean amends) {
        return read(request.input(MAX_BYTES), true, amends);
    }

    private static Input.Result<PlanForm> read(Input input, boolean stands, boolean amends) {
        OptionalLong seen = stands ? Asked.version(input) : OptionalLong.empty();
        Optional<String> act = amends ? Optional.of(input.text("act", MAX_ACT)) : Optional.empty();
        LocalDate from = Days.day(input, "from");
        LocalDate to = input.has("to") ? Days.day(input, "to") : VisitPlan.lastAllowed(from);
        input.raw("to");
        List<Entry> items = new ArrayList<>();
        if (!input.has("items")) {
            input.error("items", FieldProblem.REQUIRED);
        }
        input.objects("items", MAX_ITEMS).forEach(item -> items.add(entry(item, stands)));
        Input.Result<PlanForm> read = input.finish(() -> new PlanForm(from, to, items, act, seen));
        return switch (read) {
            case Input.Rejected<PlanForm> rejected -> rejected;
            case Input.Accepted<PlanForm>(var form) -> form.checked();
        };
    }

    private static Entry entry(Input input, boolean stands) {
        Optional<String> id = stands ? input.optionalText("id", MAX_ID) : Optional.empty();
        String body = input.id("body");
        String text = input.text("quarter", 7);
        Optional<Quarter> quarter = Quarter.read(text);
        if (quarter.isEmpty() && !text.isEmpty()) {
            input.error("quarter", FieldProblem.BAD_FORMAT, "2026-Q1");
        }
        return new Entry(
                id,
                new VisitPlan.Item(
                        body, quarter.orElseGet(() -> Quarter.of(LocalDate.EPOCH)), month(input)));
    }

    private static Optional<YearMonth> month(Input input) {
        Optional<String> text = input.optionalText("month", 7);
        try {
            return text.filter(month -> !month.isEmpty()).map(YearMonth::parse);
        } catch (DateTimeParseException e) {
            input.error("month", FieldProblem.BAD_FORMAT, "2026-03");
            return Optional.empty();
        }
    }

    private Input.Result<PlanForm> checked() {
        List<VisitPlan.Mistake> mistakes = plan().mistakes();
        return mistakes.isEmpty()
                ? new Input.Accepted<>(this)
                : new Input.Rejected<>(
                        Problem.invalid(mistakes.stream().map(PlanForm::error).toList()));
    }

    public static Problem.Error error(VisitPlan.Mistake mistake) {
        WorktimeProblem code =
                switch (mistake.kind()) {
                    case TO_BEFORE_FROM -> WorktimeProblem.TO_BEFORE_FROM;
                    case OVER_A_YEAR -> WorktimeProblem.OVER_A_YEAR;
                    case QUARTER_OUTSIDE -> WorktimeProblem.QUARTER_OUTSIDE;
                    case MONTH_OUTSIDE_QUARTER -> WorktimeProblem.MONTH_OUTSIDE_QUARTER;
                    case QUARTER_EMPTY -> WorktimeProblem.QUARTER_EMPTY;
                };
        return new Problem.Error(mistake.place(), code, mistake.detail());
    }

    VisitPlan plan() {
        return new VisitPlan(from, to, items.stream().map(Entry::item).toList());
    }

    public ObjectNode asked() {
        ObjectNode asked = Json.object().put("from", from.toString()).put("to", to.toString());
        act.ifPresent(text -> asked.put("act", text));
        ArrayNode list = asked.putArray("items");
        for (Entry entry : items) {
            ObjectNode json = PlanContent.json(entry.item());
            entry.id().ifPresent(id -> json.put("id", id));
            list.add(json);
        }
        return asked;
    }

    /// The approval of a plan.
    public record Approval(String act, Asked asked) {}

    public static Input.Result<Approval> approval(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        String act = input.text("act", MAX_ACT);
        Asked asked = new Asked("approve", version, Json.object().put("act", act));
        return input.finish(() -> new Approval(act, asked));
    }

    /// To which bodies a plan is sent.
    public record Sending(Set<String> bodies, Asked asked) {}

    public static Input.Result<Sending> sending(Request request) {
        Input input = request.input(MAX_BYTES);
        var version = Asked.version(input);
        Set<String> bodies = input.ids("bodies", 1, MAX_BODIES);
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("bodies");
        bodies.stream().sorted().forEach(list::add);
        return input.finish(() -> new Sending(bodies, new Asked("send", version, json)));
    }
}
