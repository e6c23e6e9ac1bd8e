package kz.bagalau.reports.dynamo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.facts.Publication;
import kz.bagalau.facts.dynamo.DynamoFacts;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.Idempotency;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Runtime;
import kz.bagalau.lambda.dynamo.Audit;
import kz.bagalau.lambda.dynamo.DynamoIdempotency;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.lambda.dynamo.Transaction;
import kz.bagalau.reports.obligation.FileType;
import kz.bagalau.reports.obligation.Obligation;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.reports.obligation.ReportPeriod;
import kz.bagalau.reports.report.Attachment;
import kz.bagalau.reports.report.FileClaim;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Report.Receipt;
import kz.bagalau.reports.report.ReportId;
import kz.bagalau.reports.report.Reports;
import kz.bagalau.reports.report.Standing;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;

/// Reports of a body and a year as items of one partition `reports#<body>#<year>`: `report#…` and
/// `attachment#…` one each, `standing#<form>` one a form. What was read in a file is an item
/// `reading#<id>` of its own, so that lists need not carry it.
public final class DynamoReports implements Reports {

    private static final String REPORT = "report#";
    private static final String ATTACHMENT = "attachment#";
    private static final String STANDING = "standing#";
    private static final String UNDECIDED = "#state IN (:awaiting, :checking)";
    private static final Map<String, String> STATE = Map.of("#state", "state");

    /// Who decides about files, in the audit trail.
    private static final Caller INTAKE = new Caller("intake", Set.of(), Optional.empty());

    private final DynamoDbClient dynamo;
    private final String table;
    private final Clock clock;

    public DynamoReports(DynamoDbClient dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// The reports of this runtime's `RECORDS_TABLE`.
    public static DynamoReports fromEnvironment() {
        Runtime runtime = Runtime.current();
        return new DynamoReports(runtime.dynamo(), runtime.env("RECORDS_TABLE"), runtime.clock());
    }

    static String partition(String body, int year) {
        return partition(body + "#" + year);
    }

    /// @param bodyYear `min-digital#2025`
    static String partition(String bodyYear) {
        return "reports#" + bodyYear;
    }

    @Override
    public Year of(String body, int year) {
        List<Report> reports = new ArrayList<>();
        List<Attachment> attachments = new ArrayList<>();
        Map<ReportForm, Standing> standing = new EnumMap<>(ReportForm.class);
        if (Input.isId(body)) { // DynamoDB refuses keys that are empty or too long
            for (var item : query(partition(body, year), "")) {
                String place = Item.text(item, Item.SK);
                if (place.startsWith(REPORT)) {
                    reports.add(report(body, year, item));
                } else if (place.startsWith(ATTACHMENT)) {
                    attachments.add(attachment(body, year, item));
                } else if (place.startsWith(STANDING)) {
                    Standing form = standing(body, year, item);
                    standing.put(form.form(), form);
                }
            }
        }
        reports.sort(
                Comparator.comparing(Report::requestedAt)
                        .thenComparing(report -> report.id().token()));
        attachments.sort(Comparator.comparing(Attachment::requestedAt));
        return new Year(reports, attachments, standing);
    }

    @Override
    public Optional<Report> find(ReportId id) {
        return get(partition(id.body(), id.year()), REPORT + id.token())
                .map(item -> report(id.body(), id.year(), item));
    }

    @Override
    public Optional<Attachment> find(ReportId report, String token) {
        return get(partition(report.body(), report.year()), place(report, token))
                .map(item -> attachment(report.body(), report.year(), item));
    }

    @Override
    public List<Attachment> attachments(ReportId report) {
        List<Attachment> found = new ArrayList<>();
        query(partition(report.body(), report.year()), place(report, ""))
                .forEach(item -> found.add(attachment(report.body(), report.year(), item)));
        found.sort(Comparator.comparing(Attachment::requestedAt));
        return found;
    }

    @Override
    public Standing standing(String body, int year, ReportForm form) {
        return get(partition(body, year), STANDING + form.code())
                .map(item -> standing(body, year, item))
                .orElseGet(() -> Standing.none(body, year, form));
    }

    @Override
    public Optional<Reading> reading(ReportId id) {
        return get("reading#" + id, "-").map(item -> ReadingJson.read(Item.bytes(item, "reading")));
    }

    @Override
    public boolean request(Report report, Optional<Idempotency.Reply> reply, Caller by) {
        return request(
                item(report),
                DynamoAwaitedFiles.item(report.place()),
                "report#" + report.id(),
                report.file(),
                reply,
                by);
    }

    @Override
    public boolean request(Attachment attachment, Optional<Idempotency.Reply> reply, Caller by) {
        return request(
                item(attachment),
                DynamoAwaitedFiles.item(attachment.place()),
                "report#" + attachment.report(),
                attachment.file(),
                reply,
                by);
    }

    private boolean request(
            Item item,
            Item awaited,
            String object,
            FileClaim file,
            Optional<Idempotency.Reply> reply,
            Caller by) {
        Instant now = clock.instant();
        Transaction transaction =
                new Transaction()
                        .putIfAbsent(table, item)
                        .put(table, awaited)
                        .put(
                                table,
                                Audit.entry(
                                        object,
                                        by,
                                        "request",
                                        Map.of(
                                                "sha256",
                                                file.sha256(),
                                                "bytes",
                                                Long.toString(file.bytes())),
                                        now));
        reply.ifPresent(kept -> transaction.putIfAbsent(table, DynamoIdempotency.item(kept, now)));
        return transaction.write(dynamo).isEmpty();
    }

    @Override
    public void received(Attachment attachment) {
        new Transaction()
                .put(table, item(attachment))
                .put(
                        table,
                        Audit.entry(
                                "report#" + attachment.report(),
                                INTAKE,
                                "received",
                                Map.of("attachment", attachment.token()),
                                clock.instant()))
                .write(dynamo);
    }

    @Override
    public void checking(Report report) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(item(report).attributes())
                            .conditionExpression(UNDECIDED)
                            .expressionAttributeNames(STATE)
                            .expressionAttributeValues(undecided()));
        } catch (ConditionalCheckFailedException e) {
            // decided meanwhile: that stands
        }
    }

    @Override
    public Decided decide(Report decided, Reading reading) {
        return decided(decision(decided, reading));
    }

    @Override
    public Decided accept(
            Report accepted,
            Reading reading,
            Standing standing,
            Optional<Publication> publication) {
        Transaction transaction = decision(accepted, reading).add(put(standing));
        publication.ifPresent(facts -> DynamoFacts.add(transaction, table, facts));
        return decided(transaction);
    }

    @Override
    public boolean giveBack(Report returned, Caller by) {
        return new Transaction()
                .add(
                        Put.builder()
                                .tableName(table)
                                .item(item(returned).attributes())
                                .conditionExpression("#state = :accepted")
                                .expressionAttributeNames(STATE)
                                .expressionAttributeValues(
                                        Map.of(
                                                ":accepted",
                                                Item.text(Report.State.ACCEPTED.name())))
                                .build())
                .put(
                        table,
                        Audit.entry(
                                "report#" + returned.id(),
                                by,
                                returned.state().name(),
                                Map.of(
                                        "reason",
                                        returned.returned()
                                                .map(Report.Returned::reason)
                                                .orElse("")),
                                clock.instant()))
                .write(dynamo)
                .isEmpty();
    }

    private Decided decided(Transaction transaction) {
        var refusals = transaction.write(dynamo);
        if (refusals.isEmpty()) {
            return Decided.NOW;
        }
        return refusals.getFirst().position() == 0 ? Decided.BEFORE : Decided.STANDING_CHANGED;
    }

    /// What every decision writes: the report first, on the condition that nobody has decided.
    private Transaction decision(Report decided, Reading reading) {
        return new Transaction()
                .add(
                        Put.builder()
                                .tableName(table)
                                .item(item(decided).attributes())
                                .conditionExpression(UNDECIDED)
                                .expressionAttributeNames(STATE)
                                .expressionAttributeValues(undecided())
                                .build())
                .put(
                        table,
                        Item.of("reading#" + decided.id(), "-")
                                .with("reading", ReadingJson.write(reading)))
                .put(
                        table,
                        Audit.entry(
                                "report#" + decided.id(),
                                INTAKE,
                                decided.state().name(),
                                Map.of(
                                        "errors",
                                        Integer.toString(reading.errors().size()),
                                        "check",
                                        Boolean.toString(decided.check())),
                                clock.instant()));
    }

    private Put put(Standing standing) {
        Put.Builder put =
                Put.builder()
                        .tableName(table)
                        .item(
                                Item.of(
                                                partition(standing.body(), standing.year()),
                                                STANDING + standing.form().code())
                                        .with("version", standing.version())
                                        .with("periods", ReadingJson.write(standing.periods()))
                                        .attributes());
        return standing.version() == 1
                ? put.conditionExpression("attribute_not_exists(pk)").build()
                : put.conditionExpression("version = :seen")
                        .expressionAttributeValues(
                                Map.of(":seen", Item.number(standing.version() - 1)))
                        .build();
    }

    private static Standing standing(String body, int year, Map<String, AttributeValue> item) {
        String form = Item.text(item, Item.SK).substring(STANDING.length());
        return new Standing(
                body,
                year,
                ReportForm.named(form).orElseThrow(),
                Item.number(item, "version"),
                ReadingJson.periods(Item.bytes(item, "periods")));
    }

    private static Map<String, AttributeValue> undecided() {
        return Map.of(
                ":awaiting", Item.text(Report.State.AWAITING_FILE.name()),
                ":checking", Item.text(Report.State.CHECKING.name()));
    }

    private Optional<Map<String, AttributeValue>> get(String pk, String sk) {
        var found =
                dynamo.getItem(request ->
                        request.tableName(table).key(Item.key(pk, sk)).consistentRead(true));
        return found.hasItem() ? Optional.of(found.item()) : Optional.empty();
    }

    private Iterable<Map<String, AttributeValue>> query(String pk, String prefix) {
        return dynamo.queryPaginator(
                        request -> {
                            request.tableName(table).consistentRead(true);
                            if (prefix.isEmpty()) {
                                request.keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(Map.of(":pk", Item.text(pk)));
                            } else {
                                request.keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":pk",
                                                        Item.text(pk),
                                                        ":sk",
                                                        Item.text(prefix)));
                            }
                        })
                .items();
    }

    private static String place(ReportId report, String token) {
        return ATTACHMENT + report.token() + "#" + token;
    }

    private static Item item(Report report) {
        ReportId id = report.id();
        Item item =
                with(Item.of(partition(id.body(), id.year()), REPORT + id.token()), report.file())
                        .with("form", report.obligation().form().code())
                        .with("period", report.obligation().period().code())
                        .with("check", AttributeValue.fromBool(report.check()))
                        .with("by", report.by())
                        .with("requestedAt", report.requestedAt().toString())
                        .with("shift", report.shift().toMillis())
                        .with("uploadUntil", report.expires().getEpochSecond())
                        .with("state", report.state().name());
        report.returned()
                .ifPresent(back ->
                        item.with("returnedFor", back.reason())
                                .with("returnedBy", back.by())
                                .with("returnedAt", back.at().toString()));
        report.receipt()
                .ifPresent(receipt ->
                        item.with("receivedAt", receipt.at().toString())
                                .with("due", receipt.due().map(LocalDate::toString))
                                .with("checkingSince", receipt.checkingSince().toString())
                                .with("failures", receipt.failures()));
        return item;
    }

    private static Report report(String body, int year, Map<String, AttributeValue> item) {
        ReportForm form = ReportForm.named(Item.text(item, "form")).orElseThrow();
        ReportPeriod period = ReportPeriod.parse(Item.text(item, "period")).orElseThrow();
        return new Report(
                new ReportId(body, year, Item.text(item, Item.SK).substring(REPORT.length())),
                new Obligation(body, form, period),
                file(item),
                Boolean.TRUE.equals(
                        item.getOrDefault("check", AttributeValue.fromBool(false)).bool()),
                Item.text(item, "by"),
                Instant.parse(Item.text(item, "requestedAt")),
                Duration.ofMillis(Item.number(item, "shift")),
                Instant.ofEpochSecond(Item.number(item, "uploadUntil")),
                Report.State.valueOf(Item.text(item, "state")),
                Item.optionalText(item, "receivedAt")
                        .map(at ->
                                new Receipt(
                                        Instant.parse(at),
                                        Item.optionalText(item, "due").map(LocalDate::parse),
                                        Instant.parse(Item.text(item, "checkingSince")),
                                        failures(item))),
                Item.optionalText(item, "returnedAt")
                        .map(at ->
                                new Report.Returned(
                                        Item.text(item, "returnedFor"),
                                        Item.text(item, "returnedBy"),
                                        Instant.parse(at))));
    }

    /// Older releases counted none.
    private static int failures(Map<String, AttributeValue> item) {
        return item.containsKey("failures") ? (int) Item.number(item, "failures") : 0;
    }

    private static Item item(Attachment attachment) {
        ReportId report = attachment.report();
        return with(
                        Item.of(
                                partition(report.body(), report.year()),
                                place(report, attachment.token())),
                        attachment.file())
                .with("by", attachment.by())
                .with("requestedAt", attachment.requestedAt().toString())
                .with("shift", attachment.shift().toMillis())
                .with("uploadUntil", attachment.expires().getEpochSecond())
                .with("receivedAt", attachment.receivedAt().map(Instant::toString));
    }

    private static Attachment attachment(String body, int year, Map<String, AttributeValue> item) {
        String[] place = Item.text(item, Item.SK).split("#", -1);
        return new Attachment(
                new ReportId(body, year, place[1]),
                place[2],
                file(item),
                Item.text(item, "by"),
                Instant.parse(Item.text(item, "requestedAt")),
                Duration.ofMillis(Item.number(item, "shift")),
                Instant.ofEpochSecond(Item.number(item, "uploadUntil")),
                Item.optionalText(item, "receivedAt").map(Instant::parse));
    }

    private static Item with(Item item, FileClaim file) {
        return item.with("fileName", file.name())
                .with("fileType", file.type().name())
                .with("bytes", file.bytes())
                .with("sha256", file.sha256());
    }

    private static FileClaim file(Map<String, AttributeValue> item) {
        return new FileClaim(
                Item.text(item, "fileName"),
                FileType.valueOf(Item.text(item, "fileType")),
                Item.number(item, "bytes"),
                Item.text(item, "sha256"));
    }
}
