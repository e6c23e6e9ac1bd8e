package kz.bagalau.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.bagalau.cases.Act;
import kz.bagalau.cases.Change;
import kz.bagalau.cases.Document;
import kz.bagalau.cases.Party;
import kz.bagalau.cases.Reference;
import kz.bagalau.contract.Call;
import kz.bagalau.kpi.desk.Desk;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Json;
import kz.bagalau.sandbox.Sandbox;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The lists of plans and sheets: whoever asks for some of them gets full pages of these.
class CaseListTest {

    @AutoClose private static final Sandbox SANDBOX = Sandbox.open();

    private static final int ALL = 120;

    private final Office office = new Office(SANDBOX);

    /// Every twentieth is an entry of the past, every fifth is approved.
    @BeforeEach
    void plans() {
        List<List<Change>> openings =
                IntStream.range(0, ALL)
                        .mapToObj(i ->
                                List.of(
                                        new Change(
                                                plan(i),
                                                new Act(
                                                        "create",
                                                        "boss-1",
                                                        Office.TODAY
                                                                .atStartOfDay()
                                                                .toInstant(ZoneOffset.UTC),
                                                        Json.object()),
                                                List.of())))
                        .toList();
        assertThat(office.cases().performAll(openings)).isEqualTo(ALL);
    }

    private Document plan(int number) {
        ObjectNode content = Json.object().put("employee", "emp-1");
        content.putObject("period").put("from", "2022-01-01").put("to", "2022-12-31");
        content.putObject("person").put("name", "Person");
        if (number % 20 == 19) {
            content.putObject("archive").put("reason", "paper").put("document", "File 17");
        }
        return new Document(
                new Reference(Desk.PLAN, "%s-%03d".formatted(office.body, number)),
                "kpi-plan",
                office.body,
                number < 100 ? "2022" : "2023",
                Set.of(Party.person("emp-1"), Party.person("boss-1"), Party.person("boss-2")),
                number % 5 == 4 ? "APPROVED" : "DRAFT",
                1,
                content);
    }

    private List<JsonNode> pages(Caller by, String... query) {
        List<JsonNode> pages = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Call call = office.call("GET", "/kpi-plans", by).query("body", office.body);
            for (int i = 0; i < query.length; i += 2) {
                call.query(query[i], query[i + 1]);
            }
            cursor.ifPresent(next -> call.query("cursor", next));
            JsonNode page = Office.ok(call.send()).body();
            pages.add(page);
            cursor = Optional.of(page.path("next").asText()).filter(next -> !next.isEmpty());
        } while (cursor.isPresent());
        return pages;
    }

    private List<Integer> sizes(Caller by, String... query) {
        return pages(by, query).stream().map(page -> page.path("plans").size()).toList();
    }

    @Test
    void whoeverAsksForSome_getsFullPagesOfThem() {
        for (Caller by : List.of(office.hr, office.head, office.manager)) {
            assertThat(sizes(by)).as("%s", by).containsExactly(50, 50, 20);
            assertThat(sizes(by, "state", "APPROVED")).as("%s", by).containsExactly(24);
            assertThat(sizes(by, "state", "DRAFT")).as("%s", by).containsExactly(50, 46);
            assertThat(sizes(by, "year", "2023")).as("%s", by).containsExactly(20);
            assertThat(sizes(by, "year", "2022", "state", "DRAFT"))
                    .as("%s", by)
                    .containsExactly(50, 30);
            assertThat(sizes(by, "archive", "true")).as("%s", by).containsExactly(6);
            assertThat(sizes(by, "archive", "false")).as("%s", by).containsExactly(50, 50, 14);
            assertThat(sizes(by, "state", "NONE")).as("%s", by).containsExactly(0);
        }
    }

    @Test
    void anEntryOfThePastShowsItsBasis_andOnlyThere() {
        JsonNode entry = pages(office.hr, "archive", "true").getFirst().at("/plans/0");

        assertThat(entry.at("/archive/document").asText()).isEqualTo("File 17");
        assertThat(pages(office.hr, "archive", "false").getFirst().path("plans"))
                .noneMatch(line -> line.has("archive"));
        assertThat(
                        office.call("GET", "/kpi-plans", office.hr)
                                .query("archive", "yes")
                                .send()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void othersDoNotFindThem() {
        assertThat(
                        office.call("GET", "/kpi-plans", office.otherHr)
                                .query("archive", "true")
                                .send()
                                .body()
                                .path("plans"))
                .isEmpty();
        assertThat(sizes(office.outsider, "archive", "true")).containsExactly(0);
    }
}
