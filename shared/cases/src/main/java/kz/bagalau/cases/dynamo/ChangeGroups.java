package kz.bagalau.cases.dynamo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Reference;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Table;
import kz.bagalau.lambda.dynamo.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Groups of changes as one transaction each, of which as many are written together as one
/// transaction holds.
///
/// @param groups those before the first of which a document is not what was seen
/// @param overtaken whether there is such a group
record ChangeGroups(Table table, List<Transaction> groups, boolean overtaken) {

    /// With the documents and the audit trails as they stand.
    static ChangeGroups read(Table table, List<List<Change>> groups) {
        var found =
                table.find(
                        groups.stream()
                                .flatMap(List::stream)
                                .map(change -> change.next().reference())
                                .flatMap(one -> Stream.of(Places.document(one), Places.chain(one)))
                                .toList());
        List<Transaction> transactions = new ArrayList<>();
        for (List<Change> group : groups) {
            if (!group.stream().allMatch(change -> isSeen(change, found))) {
                return new ChangeGroups(table, transactions, true);
            }
            transactions.add(transaction(table, group, found));
        }
        return new ChangeGroups(table, transactions, false);
    }

    private static boolean isSeen(
            Change change, Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found) {
        var standing = Optional.ofNullable(found.get(Places.document(change.next().reference())));
        return standing.filter(item -> !Tombstones.isDocument(item)).isEmpty()
                && standing.map(item -> Item.number(item, "version")).orElse(0L)
                        == change.next().version() - 1;
    }

    private static Transaction transaction(
            Table table,
            List<Change> group,
            Map<Map<String, AttributeValue>, Map<String, AttributeValue>> found) {
        Transaction transaction = new Transaction();
        for (Change change : group) {
            Reference reference = change.next().reference();
            Chain chain =
                    Chain.of(reference, Optional.ofNullable(found.get(Places.chain(reference))));
            var standing = Optional.ofNullable(found.get(Places.document(reference)));
            new ChangeWrites(table, change, standing, chain, transaction).add();
        }
        if (!new Transaction().holds(transaction)) {
            throw new IllegalArgumentException(
                    "no transaction holds the changes with " + group.getFirst().next().reference());
        }
        return transaction;
    }

    /// @return how many groups are written: all, or those before a transaction that somebody else
    ///   came before
    int write() {
        int written = 0;
        while (written < groups.size()) {
            Transaction together = new Transaction();
            int end = written;
            while (end < groups.size() && together.holds(groups.get(end))) {
                together.add(groups.get(end));
                end++;
            }
            if (!together.write(table.dynamo()).isEmpty()) {
                return written;
            }
            written = end;
        }
        return written;
    }
}
