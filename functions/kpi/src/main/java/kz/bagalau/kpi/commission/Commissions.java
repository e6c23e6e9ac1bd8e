package kz.bagalau.kpi.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Reference;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Role;
import kz.bagalau.rules.vote.Commission;

/// The assessment commissions of bodies. An id belongs to its body: nobody learns from it which
/// commissions other bodies have.
public final class Commissions {

    private final Desk desk;

    public Commissions(Desk desk) {
        this.desk = desk;
    }

    public static Reference reference(String body, String id) {
        return new Reference(Desk.COMMISSION, body + "." + id);
    }

    public static String id(Document commission) {
        return commission.reference().id().substring(commission.body().length() + 1);
    }

    public Optional<Document> find(String body, String id) {
        return Input.isId(id) && id.length() <= longestId(body)
                ? desk.cases().find(reference(body, id))
                : Optional.empty();
    }

    /// What is left of a document's name beside the body.
    static int longestId(String body) {
        return Reference.LONGEST_ID - body.length() - 1;
    }

    public List<Document> of(String body) {
        return desk.cases()
                .ofBody(Desk.COMMISSION, body, "", Paging.first(Paging.MAX))
                .orElseThrow()
                .items();
    }

    static Commission composition(ObjectNode content) {
        return new Commission(
                content.path("chair").asText(),
                texts(content.path("members")),
                content.path("secretary").asText());
    }

    /// Chair, members and secretary.
    static Set<String> people(ObjectNode content) {
        Set<String> people = texts(content.path("members"));
        people.add(content.path("chair").asText());
        people.add(content.path("secretary").asText());
        return people;
    }

    public static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /// The sheets on a commission's timetable.
    static Set<String> timetabled(ObjectNode content) {
        Set<String> sheets = new LinkedHashSet<>();
        content.at("/timetable/meetings").forEach(day -> sheets.addAll(texts(day.path("sheets"))));
        return sheets;
    }

    /// Whether somebody sits in a commission that has a sheet on its timetable, or that has decided
    /// on it.
    public boolean sits(Caller caller, Document sheet) {
        return caller.has(Role.COMMISSION)
                && (hasDecided(caller.subject(), sheet.content())
                        || of(sheet.body()).stream()
                                .map(Document::content)
                                .filter(content -> people(content).contains(caller.subject()))
                                .anyMatch(content ->
                                        timetabled(content).contains(sheet.reference().id())));
    }

    private static boolean hasDecided(String person, ObjectNode sheet) {
        for (JsonNode round : sheet.path("rounds")) {
            if (texts(round.path("seats")).contains(person)) {
                return true;
            }
        }
        return false;
    }

    /// The sheets on the timetables of the commissions in which somebody sits.
    public Set<String> before(Caller caller, String body) {
        Set<String> sheets = new LinkedHashSet<>();
        if (caller.has(Role.COMMISSION, body)) {
            of(body).stream()
                    .map(Document::content)
                    .filter(content -> people(content).contains(caller.subject()))
                    .forEach(content -> sheets.addAll(timetabled(content)));
        }
        return sheets;
    }
}
