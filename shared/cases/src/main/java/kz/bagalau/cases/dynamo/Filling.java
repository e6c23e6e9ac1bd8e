package kz.bagalau.cases.dynamo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.bagalau.cases.Cases;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.cases.Reference;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A page that is filled with the wanted documents of a list. One more than asked for shows whether
/// something wanted follows.
final class Filling {

    private final int size;
    private final List<Document> kept = new ArrayList<>();
    private Optional<String> end = Optional.empty();

    private Filling(int size) {
        this.size = size;
    }

    /// @param find the documents by their names; one that left the list since is not among them
    /// @return empty where the cursor is none of this list
    static Optional<Page<Document>> page(
            Listing listing,
            Paging paging,
            Function<Collection<Reference>, Map<Reference, Document>> find,
            Cases.Wanted wanted) {
        Filling filling = new Filling(paging.limit());
        Paging asked = new Paging(Math.min(Paging.MAX, paging.limit() + 1), paging.cursor());
        for (int seen = 0; ; ) {
            Optional<Page<Map<String, AttributeValue>>> part = listing.page(asked);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            List<Map<String, AttributeValue>> items = part.get().items();
            Map<Reference, Document> documents =
                    find.apply(items.stream().map(Places::named).toList());
            Predicate<Document> among = wanted.among(documents.values());
            for (Map<String, AttributeValue> item : items) {
                Document document = documents.get(Places.named(item));
                if (document != null && among.test(document) && !filling.add(item, document)) {
                    return Optional.of(new Page<>(filling.kept, filling.end));
                }
            }
            seen += items.size();
            Optional<String> next = part.get().next();
            if (next.isEmpty() || seen >= Cases.MOST_LOOKED_AT) {
                return Optional.of(new Page<>(filling.kept, next));
            }
            asked = Paging.first(Paging.MAX).after(next.get());
        }
    }

    /// @return whether there is room for it
    private boolean add(Map<String, AttributeValue> item, Document document) {
        if (kept.size() == size) {
            return false;
        }
        kept.add(document);
        if (kept.size() == size) {
            end = Optional.of(Listing.after(item));
        }
        return true;
    }
}
