package kz.bagalau.cases.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
/// or stand before an end. The cursor is the sort key of the last item, so that it can be read for
/// the same list only.
record Listing(Table table, String pk, Range range) {

    /// @param prefix of all sort keys; may be empty
    /// @param before all sort keys are smaller; empty for no end
    record Range(String prefix, Optional<String> before) {

        boolean contains(String sk) {
            return sk.startsWith(prefix) && before.map(end -> sk.compareTo(end) < 0).orElse(true);
        }
    }

    static Listing of(Table table, String pk, String prefix) {
        return new Listing(table, pk, new Range(prefix, Optional.empty()));
    }

    static Listing before(Table table, String pk, String end) {
        return new Listing(table, pk, new Range("", Optional.of(end)));
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
        if (range.before().isPresent()) {
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
