package kz.bagalau.cases.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Message;
import kz.bagalau.cases.Party;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;

/// What becomes of an event that the flow allows.
public sealed interface Decision {

    /// The content speaks against it.
    record Refused(Problem problem) implements Decision {}

    /// It happens.
    ///
    /// @param remarks fields that the answer has beside the document, such as `warnings`
    record Next(
            String state,
            Set<Party> parties,
            ObjectNode content,
            List<Message> messages,
            ObjectNode remarks)
            implements Decision {

        public Next {
            parties = Set.copyOf(parties);
            content = content.deepCopy();
            messages = List.copyOf(messages);
            remarks = remarks.deepCopy();
        }
    }

    /// The document in another state, with other content and the same parties.
    static Next next(Document seen, String state, ObjectNode content) {
        return new Next(state, seen.parties(), content, List.of(), Json.object());
    }
}
