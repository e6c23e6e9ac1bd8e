package kz.bagalau.cases.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.bagalau.cases.Page;
import kz.bagalau.cases.Paging;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// A list that is read page by page: the items of a partition whose sort keys begin with a prefix,
/// stand before an end, or between two. The cursor is the sort key of the last item, so that it can
/// be read for the same list only.
record Listing(Table table, String pk, Range range) {

    /// @param prefix of all sort keys; may be empty
    /// @param from no sort key is smaller; empty for no beginning
    /// @param before all sort keys are smaller, and none is equal; empty for no end
    record Range(String prefix, Optional<String> from, Optional<String> before) {

        boolean contains(String sk) {
            return sk.startsWith(prefix)
                    && from.map(start -> sk.compareTo(start) >= 0).orElse(true)
                    && before.map(end -> sk.compareTo(end) < 0).orElse(true);
        }
    }

    static Listing of(Table table, String pk, String prefix) {
        return new Listing(table, pk, new Range(prefix, Optional.empty(), Optional.empty()));
    }

    static Listing before(Table table, String pk, String end) {
        return new Listing(table, pk, new Range("", Optional.empty(), Optional.of(end)));
    }

    /// @param end which no sort key equals
    static Listing between(Table table, String pk, String from, String end) {
        return new Listing(table, pk, new Range("", Optional.of(from), Optional.of(end)));
    }

    /// The first `limit` items of several lists of the same range, whose pages were all asked for
    /// by the same cursor; and what has the same sort key as the last of them.
    static Page<Map<String, AttributeValue>> merged(
            List<Page<Map<String, AttributeValue>>> pages, int limit) {
        List<Map<String, AttributeValue>> items =
                pages.stream()
                        .flatMap(page -> page.items().stream())
                        .sorted(Comparator.comparing(item -> Item.text(item, Item.SK)))
                        .toList();
        int end = Math.min(limit, items.size());
        while (end > 0
                && end < items.size()
                && Item.text(items.get(end), Item.SK)
                        .equals(Item.text(items.get(end - 1), Item.SK))) {
            end++;
        }
        boolean more =
                end < items.size() || pages.stream().anyMatch(page -> page.next().isPresent());
        List<Map<String, AttributeValue>> kept = items.subList(0, end);
        return new Page<>(kept, more ? Optional.of(after(kept.getLast())) : Optional.empty());
    }

    /// Empty where the cursor is none of this list.
    Optional<Page<Map<String, AttributeValue>>> page(Paging paging) {
        return page(
                paging,
                "pk",
                "sk",
                sk -> Item.key(pk, sk),
                QueryRequest.builder().consistentRead(true));
    }

    /// The same over the index.
    ///
    /// @param key the key of the item at a sort key of the index
    Optional<Page<Map<String, AttributeValue>>> indexed(
            Paging paging, Function<String, Map<String, AttributeValue>> key) {
        return page(
                paging,
                "gsi1pk",
                "gsi1sk",
                sk -> {
                    Map<String, AttributeValue> both = new HashMap<>(key.apply(sk));
                    both.put("gsi1pk", Item.text(pk));
                    both.put("gsi1sk", Item.text(sk));
                    return both;
                },
                QueryRequest.builder().indexName("gsi1"));
    }

    private Optional<Page<Map<String, AttributeValue>>> page(
            Paging paging,
            String partition,
            String sort,
            Function<String, Map<String, AttributeValue>> start,
            QueryRequest.Builder query) {
        if (paging.cursor().isPresent()) {
            Optional<String> last = decode(paging.cursor().get()).filter(range::contains);
            if (last.isEmpty()) {
                return Optional.empty();
            }
            query.exclusiveStartKey(start.apply(last.get()));
        }
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":pk", Item.text(pk)));
        String condition = partition + " = :pk";
        if (range.from().isPresent()) {
            condition += " AND " + sort + " BETWEEN :from AND :end";
            values.put(":from", Item.text(range.from().get()));
            values.put(":end", Item.text(range.before().orElseThrow()));
        } else if (range.before().isPresent()) {
            condition += " AND " + sort + " < :end";
            values.put(":end", Item.text(range.before().get()));
        } else if (!range.prefix().isEmpty()) {
            condition += " AND begins_with(" + sort + ", :prefix)";
            values.put(":prefix", Item.text(range.prefix()));
        }
        // One more than asked for shows whether there is another page.
        List<Map<String, AttributeValue>> items =
                table
                        .dynamo()
                        .queryPaginator(
                                query.tableName(table.name())
                                        .keyConditionExpression(condition)
                                        .expressionAttributeValues(values)
                                        .limit(paging.limit() + 1)
                                        .build())
                        .items()
                        .stream()
                        .limit(paging.limit() + 1L)
                        .toList();
        if (items.size() <= paging.limit()) {
            return Optional.of(new Page<>(items, Optional.empty()));
        }
        List<Map<String, AttributeValue>> kept = items.subList(0, paging.limit());
        return Optional.of(new Page<>(kept, Optional.of(encode(Item.text(kept.getLast(), sort)))));
    }

    /// The cursor of what follows an item of such a list.
    static String after(Map<String, AttributeValue> item) {
        return encode(Item.text(item, Item.SK));
    }

    private static String encode(String sk) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sk.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> decode(String cursor) {
        try {
            String sk = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Optional.of(sk).filter(text -> !text.isEmpty() && text.length() <= 1000);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no base64: nobody was given this cursor
        }
    }
}
