package kz.bagalau.kpi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Written;
import kz.bagalau.directory.StateBody;
import kz.bagalau.kpi.commission.Assessors;
import kz.bagalau.kpi.commission.Commissions;
import kz.bagalau.kpi.commission.Meetings;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.kpi.sheet.SheetContent;
import kz.bagalau.kpi.sheet.SheetKind;
import kz.bagalau.kpi.sheet.SheetTerms;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.work.Batch;
import kz.bagalau.rules.calendar.Deadline;

/// Every day, in every body: lets sheets follow meetings whose recording was cut short, writes to
/// the assessors who are still to be written to, and closes the sheets whose appeal window has
/// passed (¶69).
public final class CloseKpiSheets
        implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Desk desk;
    private final Meetings meetings;
    private final Commissions commissions;

    public CloseKpiSheets() {
        this(Production.desk());
    }

    CloseKpiSheets(Desk desk) {
        this.desk = desk;
        this.meetings = new Meetings(desk);
        this.commissions = new Commissions(desk);
    }

    /// @return how many sheets were closed
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        int[] closed = {0};
        Batch.of(
                desk.bodies().all(),
                StateBody::id,
                body -> {
                    int here = work(body.id());
                    closed[0] += here;
                    return here > 0;
                });
        return Map.of("closed", closed[0]);
    }

    private int work(String body) {
        meetings.follow(body);
        commissions.of(body).forEach(commission -> Assessors.notify(desk, commission));
        all(body, "DECIDED").forEach(sheet -> meetings.sheet(sheet.reference().id()));
        int closed = 0;
        for (Document sheet : all(body, "INFORMED")) {
            closed += passed(sheet.content()) && close(sheet) ? 1 : 0;
        }
        return closed;
    }

    private List<Document> all(String body, String state) {
        List<Document> all = new ArrayList<>();
        Optional<Paging> paging = Optional.of(Paging.first(Paging.MAX));
        while (paging.isPresent()) {
            Paging asked = paging.get();
            Page<Document> page =
                    desk.cases().inState(Desk.SHEET, body, state, asked).orElseThrow();
            all.addAll(page.items());
            paging = page.next().map(asked::after);
        }
        return all;
    }

    /// Not where nobody knows the working days of the window: then it is not known to have passed.
    private boolean passed(ObjectNode content) {
        LocalDate decidedOn = SheetContent.decidedOn(SheetContent.decision(content).orElseThrow());
        return desk.due(content, Deadline.KPI_APPEAL, decidedOn)
                .filter(desk.today()::isAfter)
                .isPresent();
    }

    private boolean close(Document sheet) {
        Document last =
                SheetTerms.current(
                        sheet, new SheetKind(desk.mandate(sheet), false), desk.calendar());
        Document next = last.next("CLOSED", last.parties(), last.content());
        Act act = new Act("window-passed", "system", desk.clock().instant(), Json.object());
        return desk.cases().perform(new Change(next, act, List.of())) instanceof Written.Stored;
    }
}
