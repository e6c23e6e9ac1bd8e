package kz.bagalau.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Reference;

/// What a body keeps, kind after kind: with the last of a kind the next kind begins on the same
/// page. A cursor is `<kind>.<cursor of the list of that kind>`.
///
/// @param asked which terms are asked for; what has none is in no list
record KeptList(Cases cases, Terms terms, String body, Predicate<Term> asked) {

    record Kept(Document document, Term term) {}

    /// A page that is filled to its size. Another is named only where something follows, or may:
    /// where [Cases#MOST_LOOKED_AT] documents of a kind were looked at, it ends as it is.
    ///
    /// @param kind the place of the kind among [KeptKind#codes]
    /// @param within the cursor within that kind; empty for its beginning
    /// @return empty where the cursor is none of this list
    Optional<Page<Kept>> page(int kind, Optional<String> within, int size) {
        List<Kept> kept = new ArrayList<>();
        Optional<String> cursor = within;
        for (int at = kind; at < KeptKind.codes().size(); at++) {
            if (kept.size() == size) {
                return Optional.of(new Page<>(kept, following(at)));
            }
            Optional<Page<Kept>> part = part(at, new Paging(size - kept.size(), cursor));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            kept.addAll(part.get().items());
            Optional<String> next = part.get().next();
            if (next.isPresent()) {
                return Optional.of(new Page<>(kept, next));
            }
            cursor = Optional.empty();
        }
        return Optional.of(new Page<>(kept, Optional.empty()));
    }

    /// The cursor of the first kind from one on of which something may be asked for.
    private Optional<String> following(int from) {
        for (int at = from; at < KeptKind.codes().size(); at++) {
            Page<Kept> first = part(at, Paging.first(1)).orElseThrow();
            if (!first.items().isEmpty() || first.next().isPresent()) {
                return Optional.of(KeptKind.codes().get(at) + ".");
            }
        }
        return Optional.empty();
    }

    private Optional<Page<Kept>> part(int kind, Paging paging) {
        String code = KeptKind.codes().get(kind);
        Map<Reference, Term> found = new HashMap<>();
        return cases.ofBody(code, body, "", paging, document -> isAskedFor(document, found))
                .map(page ->
                        new Page<>(
                                page.items().stream()
                                        .map(document -> kept(document, found))
                                        .toList(),
                                page.next().map(at -> code + "." + at)));
    }

    private boolean isAskedFor(Document document, Map<Reference, Term> found) {
        Optional<Term> term = terms.of(document).filter(asked);
        term.ifPresent(one -> found.put(document.reference(), one));
        return term.isPresent();
    }

    private static Kept kept(Document document, Map<Reference, Term> found) {
        return new Kept(
                document, Optional.ofNullable(found.get(document.reference())).orElseThrow());
    }
}
