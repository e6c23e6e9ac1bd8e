package kz.bagalau.worktime.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;

/// Lists that are read to their end.
final class All {

    private All() {}

    /// Everything of each year, both included.
    static List<Document> of(
            int from, int to, BiFunction<Integer, Paging, Page<Document>> pageOfYear) {
        List<Document> all = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            Optional<Paging> paging = Optional.of(Paging.first(Paging.MAX));
            while (paging.isPresent()) {
                Paging asked = paging.get();
                Page<Document> page = pageOfYear.apply(year, asked);
                all.addAll(page.items());
                paging = page.next().map(asked::after);
            }
        }
        return all;
    }
}
