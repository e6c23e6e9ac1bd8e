package kz.bagalau.arrangements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Party;
import kz.bagalau.directory.Authority;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Role;

/// The visits to state bodies that are under way (No. 121, ¶9 to ¶15), as far as others than those
/// who carry them out need to know them: whose officials may see a person's working time. The
/// capability of monitoring writes them, as documents of [#KIND] with the fields `authority` and
/// `officials`.
public final class OpenVisits {

    /// The kind of their documents.
    public static final String KIND = "visit";

    private static final String UNDER_WAY = "IN_PROGRESS";

    private final Cases cases;

    public OpenVisits(Cases cases) {
        this.cases = cases;
    }

    /// Under what the documents about a monitored body are listed.
    public static Party monitored(String body) {
        return new Party("monitored:" + body);
    }

    /// Whether somebody is an official of a visit.
    public static boolean isOfficial(Caller caller, Document visit) {
        return caller.has(Role.MONITOR)
                && Authority.of(caller)
                        .map(Authority::id)
                        .filter(visit.content().path("authority").asText()::equals)
                        .isPresent()
                && visit.content()
                        .path("officials")
                        .valueStream()
                        .anyMatch(one -> one.path("sub").asText().equals(caller.subject()));
    }

    /// Whether somebody is an official of a visit to a body that has started and is not finished.
    ///
    /// @param body as it was asked for; nobody visits what can be no body
    /// @param today a visit may have started the day before
    public boolean isVisiting(Caller caller, String body, LocalDate today) {
        return caller.has(Role.MONITOR)
                && Input.isId(body)
                && Stream.of(today, today.minusDays(1))
                        .map(LocalDate::getYear)
                        .distinct()
                        .flatMap(year -> of(body, year).stream())
                        .anyMatch(visit ->
                                visit.state().equals(UNDER_WAY) && isOfficial(caller, visit));
    }

    private List<Document> of(String body, int year) {
        Stream.Builder<Document> all = Stream.builder();
        Optional<Paging> paging = Optional.of(Paging.first(Paging.MAX));
        while (paging.isPresent()) {
            Paging asked = paging.get();
            Page<Document> page =
                    cases.of(monitored(body), KIND, Integer.toString(year), asked).orElseThrow();
            page.items().forEach(all::add);
            paging = page.next().map(asked::after);
        }
        return all.build().toList();
    }
}
