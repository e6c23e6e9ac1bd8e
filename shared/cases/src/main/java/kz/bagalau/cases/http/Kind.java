package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Turn;
import kz.bagalau.lambda.Caller;
import kz.bagalau.rules.flow.Actor;
import kz.bagalau.rules.flow.Flow;

/// What a capability knows of one kind of its documents.
public interface Kind {

    Flow flow();

    /// Everything that the caller is in this case; empty where the caller has no part in it.
    Set<Actor> actors(Caller caller, Document document);

    /// Whose turn each event is, and from which day its term runs.
    Turn turn(Document document);

    /// The document as this caller may see it, `version` among it.
    ObjectNode shown(Caller caller, Document document);
}
