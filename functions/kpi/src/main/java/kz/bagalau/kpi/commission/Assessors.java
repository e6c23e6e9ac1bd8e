package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Turn;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// ¶56: the assessing persons are notified of an agreed timetable. Each is written to once, a part
/// of them in each transaction; who is still to be written to stands in the commission until then.
public final class Assessors {

    public static final String TO_NOTIFY = "toNotify";

    private static final Texts TEXTS = Texts.beside(Assessors.class, "notices.properties");
    private static final int AT_ONCE = 40;

    private Assessors() {}

    /// The direct managers of the sheets, or who stands in for them.
    public static void name(ObjectNode content, Desk desk) {
        Desk once = desk.once();
        Set<String> people = new LinkedHashSet<>();
        Commissions.timetabled(content).stream()
                .flatMap(id -> desk.find(Desk.SHEET, id).stream())
                .forEach(sheet -> once.mandate(sheet).actingDirectManager().ifPresent(people::add));
        ArrayNode waiting = content.putArray(TO_NOTIFY);
        people.forEach(waiting::add);
    }

    /// Writes to all who are still to be written to.
    public static void notify(Desk desk, Document agreed) {
        Document commission = agreed;
        while (!commission.content().path(TO_NOTIFY).isEmpty()) {
            ObjectNode content = commission.content();
            List<String> waiting = new ArrayList<>(Commissions.texts(content.path(TO_NOTIFY)));
            List<String> now = waiting.subList(0, Math.min(AT_ONCE, waiting.size()));
            List<Message> messages = now.stream().map(person -> message(person, content)).toList();
            ArrayNode left = content.putArray(TO_NOTIFY);
            waiting.subList(now.size(), waiting.size()).forEach(left::add);
            Document next = commission.next(commission.state(), commission.parties(), content);
            CommissionKind kind = new CommissionKind(desk.staffs());
            desk.cases()
                    .perform(
                            new Change(
                                    next,
                                    new Act(
                                            "notify",
                                            "system",
                                            desk.clock().instant(),
                                            Json.object().put("left", left.size())),
                                    Turn.tasks(
                                            next,
                                            kind.flow(),
                                            kind.turn(next),
                                            desk.calendar().get()),
                                    messages,
                                    Optional.empty()));
            commission = desk.cases().find(commission.reference()).orElseThrow();
        }
    }

    private static Message message(String person, ObjectNode content) {
        LocalText text = TEXTS.text("assessment-starts");
        ObjectNode said = Json.texts(text);
        said.set("from", content.at("/timetable/assessmentFrom"));
        return new Message("assessment-starts", Party.person(person), said);
    }
}
