package kz.bagalau.appraisal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;

/// Lists that are read to their end.
public final class Pages {

    private Pages() {}

    public static <T> List<T> all(Function<Paging, Optional<Page<T>>> list) {
        List<T> all = new ArrayList<>();
        Optional<Paging> paging = Optional.of(Paging.first(Paging.MAX));
        while (paging.isPresent()) {
            Paging asked = paging.get();
            Page<T> page = list.apply(asked).orElseThrow();
            all.addAll(page.items());
            paging = page.next().map(asked::after);
        }
        return all;
    }
}
