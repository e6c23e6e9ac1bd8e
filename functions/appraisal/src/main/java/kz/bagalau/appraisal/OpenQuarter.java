package kz.bagalau.appraisal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.desk.Pages;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.appraisal.quarter.AppraisalKind;
import kz.bagalau.appraisal.quarter.Publishing;
import kz.bagalau.appraisal.quarter.QuarterOpening;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.Reference;
import kz.bagalau.cases.Written;
import kz.bagalau.directory.StateBody;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.work.Batch;
import kz.bagalau.rules.appraisal.MethodologyRecord;
import kz.bagalau.rules.appraisal.Subject;
import kz.bagalau.rules.monitoring.Quarter;

/// Every day, in every body: makes results final whose window has passed (No. 245, ¶10), publishes
/// what is scored from the due day on (¶4, ¶9), opens the cases of the quarter that ended (¶4, ¶17)
/// and checks those anew that are not scored. A body's people are read once and each case is
/// written by itself: a run that was cut short is finished by the next.
public final class OpenQuarter implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private static final String SYSTEM = "system";

    /// Time to finish what was begun.
    private static final int LAST_MILLISECONDS = 30_000;

    private final Desk desk;
    private final int atOnce;

    public OpenQuarter() {
        this(Production.desk(), Side.AT_ONCE);
    }

    /// @param atOnce cases that are written at a time
    OpenQuarter(Desk desk, int atOnce) {
        this.desk = desk;
        this.atOnce = atOnce;
    }

    private enum Done {
        FINAL,
        PUBLISHED,
        OPENED,
        CHECKED
    }

    /// @return how many cases became final, were published, opened, and checked to another result
    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        int[] done = new int[Done.values().length];
        BooleanSupplier hasTime = () -> context.getRemainingTimeInMillis() > LAST_MILLISECONDS;
        Side side = new Side(atOnce, hasTime);
        Batch.of(
                desk.bodies().all(),
                StateBody::id,
                body -> hasTime.getAsBoolean() && new OfBody(body.id(), side, done).work());
        Map<String, Object> answer = new HashMap<>();
        for (Done each : Done.values()) {
            answer.put(each.name().toLowerCase(Locale.ROOT), done[each.ordinal()]);
        }
        answer.put("complete", hasTime.getAsBoolean());
        return answer;
    }

    /// The work of one body.
    private final class OfBody {

        private final String body;
        private final Side side;
        private final int[] done;
        private final Desk once = desk.once();
        private final QuarterOpening openings = new QuarterOpening(once);
        private final Quarter quarter = Quarters.ended(once.today());

        OfBody(String body, Side side, int[] done) {
            this.body = body;
            this.side = side;
            this.done = done;
        }

        boolean work() {
            int before = total();
            add(Done.FINAL, side.each(inState("PUBLISHED"), this::windowPassed));
            add(Done.PUBLISHED, side.each(inState("SCORED"), this::publish));
            List<Document> standing = ofQuarter();
            open(standing);
            add(Done.CHECKED, side.each(open(), this::check));
            add(Done.CHECKED, side.each(notAssessed(standing), this::check));
            return total() > before;
        }

        private int total() {
            return Arrays.stream(done).sum();
        }

        private void add(Done what, int count) {
            done[what.ordinal()] += count;
        }

        private Opening opening() {
            return Opening.of(once, body);
        }

        private List<Document> inState(String state) {
            return Pages.all(paging -> once.cases().inState(Desk.APPRAISAL, body, state, paging));
        }

        private List<Document> ofQuarter() {
            return Pages.all(paging ->
                    once.cases().ofBody(Desk.APPRAISAL, body, quarter.toString(), paging));
        }

        private boolean windowPassed(Document appraisal) {
            AppraisalContent content = AppraisalContent.of(appraisal);
            return Publishing.windowPassed(content, once)
                    && perform(
                            appraisal, "window-passed", "FINAL", Publishing.closed(content, once));
        }

        private boolean publish(Document appraisal) {
            AppraisalContent content = AppraisalContent.of(appraisal);
            return !once.today().isBefore(content.due())
                    && perform(
                            appraisal,
                            "publish",
                            "PUBLISHED",
                            Publishing.published(content, opening(), SYSTEM));
        }

        private boolean perform(
                Document seen, String event, String state, AppraisalContent content) {
            Document next = seen.next(state, seen.parties(), content.json());
            Act act = new Act(event, SYSTEM, once.clock().instant(), Json.object());
            Change change = new Change(next, act, AppraisalKind.of(once, next).tasks(next));
            return once.cases().perform(change) instanceof Written.Stored;
        }

        /// Who has a position in the quarter and no case yet.
        private void open(List<Document> standing) {
            Optional<Edition<MethodologyRecord>> act = openings.act(body, quarter);
            if (act.isEmpty()) {
                return;
            }
            Set<Reference> stands =
                    standing.stream().map(Document::reference).collect(Collectors.toSet());
            Map<String, List<Document>> known =
                    standing.stream()
                            .collect(
                                    Collectors.groupingBy(appraisal ->
                                            AppraisalContent.of(appraisal).employee()));
            Opening opening = opening();
            List<Subject> missing = new ArrayList<>();
            for (String person : opening.people()) {
                opening.subjects(person, quarter, known.getOrDefault(person, List.of())).stream()
                        .filter(subject ->
                                !stands.contains(
                                        Opening.reference(body, person, quarter, subject.number())))
                        .forEach(missing::add);
            }
            add(
                    Done.OPENED,
                    side.each(
                            missing,
                            subject ->
                                    openings.store(
                                            opening,
                                            opening.first(subject, quarter, act.get()),
                                            openings.opensBySystem(subject.person(), quarter))));
        }

        /// Those that wait, of every quarter.
        private List<Document> open() {
            return Stream.of("CHECKING", "WITH_ASSESSOR")
                    .flatMap(state -> inState(state).stream())
                    .toList();
        }

        /// A quarter that was closed without an assessment is looked at again until the next ends.
        private List<Document> notAssessed(List<Document> standing) {
            return standing.stream()
                    .filter(appraisal -> appraisal.state().equals("NOT_ASSESSED"))
                    .toList();
        }

        private boolean check(Document appraisal) {
            return openings.again(opening(), appraisal, SYSTEM) != appraisal;
        }
    }
}
