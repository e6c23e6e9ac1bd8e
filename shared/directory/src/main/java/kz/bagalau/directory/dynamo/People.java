package kz.bagalau.directory.dynamo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.cases.Edition;
import kz.bagalau.cases.dynamo.Shelf;
import kz.bagalau.directory.StaffJson;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Packed;
import kz.bagalau.rules.staff.Employee;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Some of a body's people in one item, packed: those whose ids fall into one of [#SHARES] shares.
/// A transaction holds 100 items, so that the records of 2,000 people could not be written together
/// one by one; in shares they are.
///
/// @param byId each with a version of its own
record People(SortedMap<String, Edition<Employee>> byId) {

    /// Three writes a share leave room for the bodies to which people are sent.
    static final int SHARES = 24;

    static int share(String person) {
        return Math.floorMod(person.hashCode(), SHARES);
    }

    static byte[] packed(SortedMap<String, Edition<Employee>> people) {
        ArrayNode list = Json.object().putArray("people");
        people.values()
                .forEach(edition ->
                        list.addObject()
                                .put("version", edition.version())
                                .set("record", StaffJson.write(edition.value())));
        return Packed.bytes(list.toString());
    }

    static SortedMap<String, Edition<Employee>> unpacked(byte[] packed) {
        SortedMap<String, Edition<Employee>> people = new TreeMap<>();
        Json.read(Packed.text(packed))
                .forEach(entry -> {
                    Employee person = StaffJson.employee(entry.path("record"));
                    people.put(person.id(), new Edition<>(person, entry.path("version").asLong()));
                });
        return people;
    }

    /// The shares of a body, by number.
    record InShares(String body) implements Shelf<People> {

        private static final String PEOPLE = "people";

        @Override
        public Item place(String share) {
            return Item.of(DynamoStaffs.partition(body), PEOPLE + "#" + share);
        }

        @Override
        public String history(String share) {
            return PEOPLE + "#" + body + "#" + share;
        }

        @Override
        public Item write(Item item, People people) {
            return item.with(PEOPLE, packed(people.byId()));
        }

        @Override
        public People read(Map<String, AttributeValue> item) {
            return new People(unpacked(Item.bytes(item, PEOPLE)));
        }

        /// Who was entered or changed, each with the version that it made.
        @Override
        public Map<String, String> audited(Optional<People> before, Edition<People> next) {
            Map<String, String> changed = new TreeMap<>();
            next.value()
                    .byId()
                    .forEach((id, edition) -> {
                        if (!edition.equals(before.map(then -> then.byId().get(id)).orElse(null))) {
                            changed.put(id, Long.toString(edition.version()));
                        }
                    });
            return changed;
        }
    }
}
