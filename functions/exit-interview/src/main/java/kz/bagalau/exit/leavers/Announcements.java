package kz.bagalau.exit.leavers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Times;

/// Announcements as those who made them see them.
public final class Announcements {

    public static final Comparator<Announcement> BY_DAY =
            Comparator.comparing((Announcement leaver) -> leaver.leaving().on())
                    .thenComparing(Announcement::person);

    private Announcements() {}

    public static ObjectNode json(Announcement leaver) {
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

    public static ObjectNode json(Announcement.Failure failure) {
        return Json.object()
                .put("document", failure.document())
                .put("date", failure.date().toString())
                .put("operator", failure.operator());
    }

    /// With everything that was said of the leaver before.
    public static ObjectNode json(Announcement leaver, List<Leavers.Edition> history) {
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
