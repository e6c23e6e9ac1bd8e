package kz.bagalau.records;

import java.net.URI;
import java.util.Optional;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Reference;

/// Where an object is read, which answers for its files, too.
final class ObjectAddress {

    private ObjectAddress() {}

    /// @param file the id of one that the object names
    /// @return the address with `?document=<file>`; empty where the object does not stand
    static Optional<URI> of(Cases cases, Reference object, String file) {
        return path(cases, object).map(path -> URI.create(path + "?document=" + file));
    }

    /// Most kinds are read as `/<kind>s/<id>`.
    private static Optional<String> path(Cases cases, Reference object) {
        return switch (object.kind()) {
            case "yearly-score" -> cases.find(object).map(ObjectAddress::yearlyScore);
            case "flexible-time" -> Optional.of("/flexible-acts/" + object.id());
            case "substitutions", "apparatus-decisions" ->
                    Optional.of("/bodies/%s/%s".formatted(object.id(), object.kind()));
            case "remote-work" -> Optional.of("/remote-acts/" + object.id());
            default -> Optional.of("/%ss/%s".formatted(object.kind(), object.id()));
        };
    }

    private static String yearlyScore(Document score) {
        return "/yearly-scores/%s/%s"
                .formatted(score.period(), score.content().path("employee").asText());
    }
}
