package kz.bagalau.kpi.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.http.Decision;
import kz.bagalau.lambda.Problem;

/// A step of a plan or a sheet, once nothing speaks against it.
public final class Steps {

    private Steps() {}

    /// @param change what the step writes into the content
    /// @param remarks what the answer says besides
    public static Decision taken(
            Document seen,
            LocalDate on,
            String state,
            Set<Party> parties,
            Consumer<ObjectNode> change,
            ObjectNode remarks) {
        boolean entry = Archive.isEntry(seen);
        Optional<Problem> wrong = entry ? Archive.outOfOrder(seen, on, "on") : Optional.empty();
        if (wrong.isPresent()) {
            return new Decision.Refused(wrong.get());
        }
        ObjectNode content = seen.content();
        change.accept(content);
        if (entry) {
            Archive.took(content, on);
        }
        return new Decision.Next(state, parties, content, List.of(), remarks);
    }
}
