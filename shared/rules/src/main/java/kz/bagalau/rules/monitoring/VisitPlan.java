package kz.bagalau.rules.monitoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.calendar.Counting;
import kz.bagalau.rules.calendar.WorkingCalendar;
import kz.bagalau.rules.workmode.WorkSetting.VisitsScope;

/// A plan of visits of the authorised body or of one of its subdivisions (121 ¶9, ¶10).
///
/// @param to the last day, included
public record VisitPlan(LocalDate from, LocalDate to, List<Item> items) {

    private static final int MONTHS_OF_A_YEAR = 12;

    /// A visit that is planned.
    ///
    /// @param month within the quarter, where one is planned
    public record Item(String body, Quarter quarter, Optional<YearMonth> month) {}

    /// What is wrong with a plan.
    ///
    /// @param place a JSON pointer such as `/items/0/quarter`
    /// @param detail the last allowed day, or the quarter (with its body) that is empty
    public record Mistake(Kind kind, String place, String detail) {

        public enum Kind {
            TO_BEFORE_FROM("¶10"),
            /// A plan is for one year.
            OVER_A_YEAR("¶10"),
            /// An item whose quarter does not touch the plan.
            QUARTER_OUTSIDE("¶10"),
            MONTH_OUTSIDE_QUARTER("¶10"),
            /// A quarter wholly inside the plan without a visit.
            QUARTER_EMPTY("¶9");

            private final String paragraph;

            Kind(String paragraph) {
                this.paragraph = paragraph;
            }

            public Citation citation() {
                return Acts.order121(paragraph);
            }
        }
    }

    /// A visit that was made, or is under way.
    public record Visited(String body, LocalDate date, boolean done) {}

    /// What became of an item.
    public enum ItemState {
        PLANNED,
        DONE,
        /// Its quarter ended without its visit.
        MISSED
    }

    /// How a quarter of the plan stands.
    ///
    /// @param body whose quarter it is; empty where the scope is the authority
    /// @param met whether it has its visit; one that has not, and is over, is a breach of ¶9
    public record QuarterStand(
            Quarter quarter, Optional<String> body, int planned, int held, boolean met) {}

    public VisitPlan {
        items = List.copyOf(items);
    }

    /// The last day of a plan that begins on a day: that of its year (C5), which need not be a
    /// calendar year.
    public static LocalDate lastAllowed(LocalDate from) {
        return new Counting.MonthsFrom(MONTHS_OF_A_YEAR)
                .from(from, WorkingCalendar.published())
                .nominalDue();
    }

    /// What is wrong with it as a draft.
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (to.isBefore(from)) {
            mistakes.add(new Mistake(Mistake.Kind.TO_BEFORE_FROM, "/to", from.toString()));
        }
        LocalDate last = lastAllowed(from);
        if (to.isAfter(last)) {
            mistakes.add(new Mistake(Mistake.Kind.OVER_A_YEAR, "/to", last.toString()));
        }
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Quarter quarter = item.quarter();
            if (quarter.last().isBefore(from) || quarter.first().isAfter(to)) {
                mistakes.add(
                        new Mistake(
                                Mistake.Kind.QUARTER_OUTSIDE,
                                "/items/" + i + "/quarter",
                                quarter.toString()));
            }
            if (item.month().filter(month -> !quarter.contains(month.atDay(1))).isPresent()) {
                mistakes.add(
                        new Mistake(
                                Mistake.Kind.MONTH_OUTSIDE_QUARTER,
                                "/items/" + i + "/month",
                                quarter.toString()));
            }
        }
        return mistakes;
    }

    // DOUBT: the orders do not say what of a quarter that a plan covers in part (V10), read as a
    // quarter that needs no visit of this plan, because the rest of it is another plan's.
    /// What keeps it from being approved, beside [#mistakes]: quarters wholly inside it without a
    /// planned visit.
    public List<Mistake> missing(VisitsScope scope) {
        return stands(scope, List.of()).stream()
                .filter(stand -> stand.planned() == 0)
                .map(stand ->
                        new Mistake(
                                Mistake.Kind.QUARTER_EMPTY,
                                "/items",
                                stand.body()
                                        .map(body -> stand.quarter() + " " + body)
                                        .orElse(stand.quarter().toString())))
                .toList();
    }

    /// The quarters wholly inside the plan, each for the authority or for each body.
    ///
    /// @param visits of the authority, planned or not
    public List<QuarterStand> stands(VisitsScope scope, List<Visited> visits) {
        // A plan that names no body has no visit for anybody.
        return switch (bodies().isEmpty() ? VisitsScope.AUTHORITY : scope) {
            case AUTHORITY ->
                    quarters().map(quarter -> stand(quarter, Optional.empty(), visits)).toList();
            case STATE_BODY ->
                    quarters()
                            .flatMap(quarter ->
                                    bodies().stream()
                                            .map(body -> stand(quarter, Optional.of(body), visits)))
                            .toList();
        };
    }

    private QuarterStand stand(Quarter quarter, Optional<String> body, List<Visited> visits) {
        int planned =
                (int)
                        items.stream()
                                .filter(item -> item.quarter().equals(quarter))
                                .filter(item -> body.map(item.body()::equals).orElse(true))
                                .count();
        int held =
                (int)
                        visits.stream()
                                .filter(Visited::done)
                                .filter(visit -> quarter.contains(visit.date()))
                                .filter(visit -> body.map(visit.body()::equals).orElse(true))
                                .count();
        return new QuarterStand(quarter, body, planned, held, held > 0);
    }

    /// The state of an item on a day.
    ///
    /// @param done whether a visit of this item is done
    public static ItemState state(Item item, boolean done, LocalDate today) {
        if (done) {
            return ItemState.DONE;
        }
        return today.isAfter(item.quarter().last()) ? ItemState.MISSED : ItemState.PLANNED;
    }

    private Stream<Quarter> quarters() {
        Quarter first = Quarter.of(from);
        return Stream.iterate(first, Quarter::next)
                .takeWhile(quarter -> !quarter.last().isAfter(to))
                .filter(quarter -> !quarter.first().isBefore(from));
    }

    private Set<String> bodies() {
        Set<String> bodies = new TreeSet<>();
        items.forEach(item -> bodies.add(item.body()));
        return bodies;
    }
}
