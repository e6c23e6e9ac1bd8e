package kz.bagalau.reports.shown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;
import kz.bagalau.reports.finding.Findings;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.report.ArrivedFiles;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.schedule.QuarterlyTerms;
import kz.bagalau.rules.monitoring.Quarter;

/// What bodies owe by the quarter itself (No. 121, ¶8): the report on working time of each quarter
/// that is over. It bears no risk, and is late only where the Agency has set a day.
public final class QuarterlyReports {

    // DOUBT: the order does not say for which quarter it first asks, read as the first one that
    // began after it was signed on 29.05.2023, because nobody can have counted before.
    private static final Quarter FIRST = new Quarter(2023, 3);

    private static final int QUARTERS = 4;

    private final Reports reports;
    private final ArrivedFiles arrived;
    private final QuarterlyTerms terms;
    private final Clock clock;

    public QuarterlyReports(
            Reports reports, ArrivedFiles arrived, QuarterlyTerms terms, Clock clock) {
        this.reports = reports;
        this.arrived = arrived;
        this.terms = terms;
        this.clock = clock;
    }

    /// The obligations of a body's year, in the order of quarters.
    public List<ObjectNode> of(StateBody body, int year) {
        QuarterlyTerms read = terms.ofMany();
        Reports.Year came = reports.of(body.id(), year);
        List<ObjectNode> all = new ArrayList<>();
        for (int number = 1; number <= QUARTERS; number++) {
            Quarter quarter = new Quarter(year, number);
            if (isOwed(quarter)) {
                all.add(json(body, quarter, came, read));
            }
        }
        return all;
    }

    /// @param read what the Agency has entered, read once for all bodies
    ObjectNode of(StateBody body, Quarter quarter, QuarterlyTerms read) {
        return json(body, quarter, reports.of(body.id(), quarter.year()), read);
    }

    boolean isOwed(Quarter quarter) {
        return quarter.compareTo(FIRST) >= 0 && quarter.hasEnded(Times.day(clock.instant()));
    }

    private ObjectNode json(
            StateBody body, Quarter quarter, Reports.Year came, QuarterlyTerms read) {
        Instant now = clock.instant();
        ReportPeriod period = ReportPeriod.parse(quarter.toString()).orElseThrow();
        Obligation obligation = new Obligation(body.id(), ReportForm.WORKTIME, period);
        Optional<LocalDate> due = read.due(period);
        ObligationState state =
                ObligationState.of(
                        obligation,
                        due,
                        came,
                        new Findings.Year(body.id(), quarter.year(), 0, List.of()),
                        arrived,
                        now);
        ObjectNode json =
                Json.object()
                        .put("id", obligation.id())
                        .put("form", obligation.form().code())
                        .put("period", period.code())
                        .put("state", state.state().name())
                        .put("late", state.late());
        due.ifPresent(day -> json.put("due", day.toString()));
        read.recipient(body).ifPresent(authority -> json.put("recipient", authority.id()));
        state.report()
                .ifPresent(report -> {
                    ObjectNode shown =
                            json.putObject("report")
                                    .put("id", report.id().toString())
                                    .put("state", ReportJson.state(report, now));
                    report.receipt()
                            .ifPresent(
                                    receipt -> shown.put("receivedAt", Times.shown(receipt.at())));
                });
        return json;
    }
}
