package kz.bagalau.appraisal.quarter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.appraisal.content.AppraisalContent;
import kz.bagalau.appraisal.desk.Desk;
import kz.bagalau.appraisal.opening.Opening;
import kz.bagalau.cases.Document;
import kz.bagalau.directory.Persons;
import kz.bagalau.lambda.Times;
import kz.bagalau.rules.appraisal.AppraisalSetting.ReceiptEvent;
import kz.bagalau.rules.calendar.Deadline;
import kz.bagalau.rules.calendar.DueDate;

/// What publishing a result, opening it and informing of it make of a case (No. 245, ¶9, ¶10).
public final class Publishing {

    private Publishing() {}

    /// The employee receives the result in the information system; who has left the body receives
    /// it by a recorded notice.
    public static AppraisalContent published(AppraisalContent content, Opening opening, String by) {
        Desk desk = opening.desk();
        LocalDate today = desk.today();
        ObjectNode json = content.json();
        json.put("publishedAt", Times.shown(desk.clock().instant()));
        json.put("publishedOn", today.toString());
        json.put("publishedBy", by);
        Optional<LocalDate> left = opening.left(Persons.find(opening.staff(), content.employee()));
        content.put("leftOn", left);
        if (left.isPresent()) {
            return content.put("informBy", informBy(content, desk));
        }
        return desk.receiptEvent(content) == ReceiptEvent.PUBLISHED
                ? received(content, desk, today)
                : content;
    }

    private static Optional<LocalDate> informBy(AppraisalContent content, Desk desk) {
        return desk.due(content, Deadline.APPRAISAL_INFORM_DISMISSED, content.quarter().last());
    }

    /// The employee opens the result for the first time.
    public static AppraisalContent opened(AppraisalContent content, Desk desk) {
        content.json().put("openedAt", Times.shown(desk.clock().instant()));
        boolean begins =
                content.receivedOn().isEmpty()
                        && content.leftOn().isEmpty()
                        && desk.receiptEvent(content) == ReceiptEvent.FIRST_OPENED;
        return begins ? received(content, desk, desk.today()) : content;
    }

    /// A notice was sent; where it was delivered to who has left, the window runs from the first
    /// delivery.
    public static AppraisalContent informed(
            AppraisalContent content, Opening opening, ObjectNode notice) {
        Desk desk = opening.desk();
        content.json().withArray("/notices").add(notice);
        content.put("informBy", informBy(content, desk));
        if (content.receivedOn().isEmpty()) {
            content.put("leftOn", opening.left(Persons.find(opening.staff(), content.employee())));
        }
        if (content.leftOn().isEmpty() || !notice.has("deliveredOn")) {
            return content;
        }
        LocalDate delivered = LocalDate.parse(notice.path("deliveredOn").asText());
        boolean first = content.receivedOn().map(delivered::isBefore).orElse(true);
        return first ? received(content, desk, delivered) : content;
    }

    /// The window of ¶10 starts.
    private static AppraisalContent received(AppraisalContent content, Desk desk, LocalDate on) {
        content.put("receivedOn", Optional.of(on));
        return window(content, desk, on, content);
    }

    /// The last day of the window of ¶10 by the calendar as it stands now: what is open moves with
    /// it (CAL.4). Empty before the result is received, and where nobody knows its working days.
    public static Optional<LocalDate> applyBy(AppraisalContent content, Desk desk) {
        return content.receivedOn()
                .flatMap(on -> desk.due(content, Deadline.CALIBRATION_APPLY, on));
    }

    /// Whether the window of ¶10 has passed; not where nobody knows its working days.
    public static boolean windowPassed(AppraisalContent content, Desk desk) {
        return applyBy(content, desk).filter(desk.today()::isAfter).isPresent();
    }

    /// The window of ¶10 is over: its last day stays what it was, whatever becomes of the calendar.
    public static AppraisalContent closed(AppraisalContent content, Desk desk) {
        return content.put("applyBy", applyBy(content, desk)).completed(desk.today());
    }

    /// A result as it is shown while its window is open.
    public static void showWindow(ObjectNode shown, Document appraisal, Desk desk) {
        AppraisalContent content = AppraisalContent.of(appraisal);
        if (appraisal.state().equals("PUBLISHED") && content.receivedOn().isPresent()) {
            window(new AppraisalContent(shown), desk, content.receivedOn().get(), content);
        }
    }

    private static AppraisalContent window(
            AppraisalContent into, Desk desk, LocalDate from, AppraisalContent of) {
        DueDate due = desk.term(of, Deadline.CALIBRATION_APPLY, from);
        into.json()
                .put(
                        "applyByProvisional",
                        !(due instanceof DueDate.Found found) || found.provisional());
        return into.put("applyBy", desk.due(of, Deadline.CALIBRATION_APPLY, from));
    }
}
