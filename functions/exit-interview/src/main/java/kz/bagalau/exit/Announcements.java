package kz.bagalau.exit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;

/// Announcements as those who made them see them.
final class Announcements {

    static final Comparator<Announcement> BY_DAY =
            Comparator.comparing((Announcement leaver) -> leaver.leaving().on())
                    .thenComparing(Announcement::person);

    private Announcements() {}

    static ObjectNode json(Announcement leaver) {
        Announcement.Leaving leaving = leaver.leaving();
        ObjectNode json =
                Json.object()
                        .put("id", leaver.id())
                        .put("body", leaver.body())
                        .put("person", leaver.person())
                        .put("state", leaver.state().name())
                        .put("version", leaver.version())
                        .put("exempt", leaving.ground().rule7() == Ground.Rule7.EXEMPT)
                        .put("leavingOn", leaving.on().toString())
                        .put("left", leaving.left().name())
                        .put("ground", leaving.ground().name())
                        .put("section", leaving.unit().section().name())
                        .put("unit", leaving.unit().name())
                        .put("medium", leaving.medium().name())
                        .put("deliver", leaving.deliver().name());
        leaving.failure().ifPresent(failure -> json.set("failure", json(failure)));
        return json;
    }

    /// A request to change the register of a settled year.
    static ObjectNode json(ChangeRequest request) {
        ObjectNode json =
                Json.object()
                        .put("id", request.id())
                        .put("body", request.body())
                        .put("person", request.person())
                        .put("what", request.what().name())
                        .put("state", request.state().name())
                        .put("reason", request.reason())
                        .put("by", request.by())
                        .put("asked", Times.shown(request.asked()));
        var years = json.putArray("years");
        request.years().forEach(years::add);
        request.from().ifPresent(from -> json.set("from", json(from)));
        json.set("to", json(request.to()));
        request.decision()
                .ifPresent(decision ->
                        json.putObject("decision")
                                .put("decision", decision.verdict().name())
                                .put("reason", decision.reason())
                                .put("by", decision.by())
                                .put("at", Times.shown(decision.at())));
        return json;
    }

    static ObjectNode json(Announcement.Failure failure) {
        return Json.object()
                .put("document", failure.document())
                .put("date", failure.date().toString())
                .put("operator", failure.operator());
    }

    /// With everything that was said of the leaver before.
    static ObjectNode json(Announcement leaver, List<Leavers.Edition> history) {
        ObjectNode json = json(leaver);
        var editions = json.putArray("history");
        for (Leavers.Edition edition : history) {
            ObjectNode entry =
                    editions.addObject()
                            .put("what", edition.what())
                            .put("by", edition.by())
                            .put("at", Times.shown(edition.at()));
            edition.reason().ifPresent(reason -> entry.put("reason", reason));
            edition.consent().ifPresent(consent -> entry.put("consent", consent));
            entry.set("announcement", json(edition.announcement()));
        }
        return json;
    }
}
