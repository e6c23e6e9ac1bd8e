package kz.bagalau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.local.data.DataFolder;
import kz.bagalau.local.data.DataFormat;
import kz.bagalau.local.host.Host;
import kz.bagalau.local.start.NotStarted;
import kz.bagalau.local.start.Progress;
import kz.bagalau.local.start.Settings;
import kz.bagalau.sandbox.Dynoxide;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A folder of another format, or one in which something is missing or damaged, is refused with a
/// sentence and stays as it is; never is it read by half.
class DataFormatTest {

    @TempDir Path folder;

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /// `format-1.zip` was written by the release before the format had a number: a body, a survey
    /// with two people enrolled, and a run.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|by an earlier release of Bagalau",
                "ru|созданы более ранним выпуском Bagalau",
                "kk|бұрынғы шығарылымы жасаған"
            })
    void theFolderOfAnEarlierReleaseIsRefusedAndStaysAsItIs(String language, String sentence)
            throws IOException {
        unpack("format-1.zip");
        SortedMap<String, String> files = files();
        Locale.setDefault(Locale.of(language));

        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(this::start)
                .withMessageContaining(sentence)
                .withMessageContaining(folder.toString())
                .withMessageContaining("BAGALAU_DATA");

        assertThat(files()).isEqualTo(files);
    }

    /// The issuer's key, the tables and the buckets are made side by side at the first start.
    @RepeatedTest(20)
    void whatIsMadeAtTheSameTime_isAllStated() throws Exception {
        try (DataFolder data = DataFolder.lock(folder);
                var threads = Executors.newFixedThreadPool(3)) {
            DataFormat format = DataFormat.of(data);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> made = new ArrayList<>();
            for (Runnable each :
                    List.<Runnable>of(
                            format::issuerKeyMade,
                            () -> format.tablesMade(List.of("a")),
                            () -> format.bucketsMade(List.of("b")))) {
                made.add(
                        threads.submit(() -> {
                            start.await();
                            each.run();
                            return null;
                        }));
            }
            start.countDown();
            for (Future<?> one : made) {
                one.get();
            }

            DataFormat read = DataFormat.of(data);
            assertThat(read.hadIssuerKey()).isTrue();
            assertThat(read.tables()).containsExactly("a");
            assertThat(Files.readString(folder.resolve("format.json")))
                    .contains("\"buckets\":[\"b\"]");
        }
    }

    @Test
    void theFolderOfALaterReleaseIsRefused() throws IOException {
        start().close();
        ObjectNode format = (ObjectNode) Json.read(Files.readString(folder.resolve("format.json")));
        Files.writeString(
                folder.resolve("format.json"),
                Json.write(format.put("format", DataFormat.CURRENT + 1)));

        assertRefused("are of format " + (DataFormat.CURRENT + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"format\":\"two\"}", "null"})
    void aFormatThatCannotBeReadIsRefused(String text) throws IOException {
        start().close();
        Files.writeString(folder.resolve("format.json"), text);

        assertRefused("format.json");
    }

    @Test
    void aFolderStartsAgainAndAgain() {
        start().close();
        start().close();
        start().close();
    }

    /// The first start can be cut short at any place.
    @Test
    void aFolderInWhichNothingWasMadeYetStarts() throws IOException {
        Files.writeString(folder.resolve("functions.log"), "");
        try (DataFolder data = DataFolder.lock(folder)) {
            DataFormat.of(data);
        }

        start().close();
    }

    @Test
    void aMissingDatabaseIsNoticed() throws IOException {
        start().close();
        Files.delete(folder.resolve("store.db"));

        assertRefused("store.db is missing");
        assertThat(folder.resolve("store.db")).doesNotExist();
    }

    @Test
    void anEmptiedDatabaseIsNoticed() throws IOException {
        start().close();
        Files.writeString(folder.resolve("store.db"), "");

        assertRefused("store.db is empty");
    }

    @Test
    void anotherFileIsNoticed() throws IOException {
        start().close();
        Files.writeString(folder.resolve("store.db"), "SQLite format 4, or a picture".repeat(500));

        assertRefused("store.db is damaged");
    }

    /// Every byte counts: in the header, in the middle, at the end.
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 1})
    void aFlippedByteIsNoticed(double at) throws IOException {
        start().close();
        flip(at);

        assertRefused("store.db is damaged");
        assertRefused("store.db is damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 100_000})
    void aDatabaseThatIsCutShortIsNoticed(int bytes) throws IOException {
        start().close();
        cut(bytes);

        assertRefused("store.db is damaged");
    }

    /// A host that was killed left no digest: the database is read instead.
    @ParameterizedTest
    @ValueSource(ints = {1, 4096})
    void aDatabaseThatIsCutShortIsNoticedAlsoAfterAKill(int bytes) throws IOException {
        start().close();
        Files.delete(folder.resolve("store.sha256"));
        cut(bytes);

        assertRefused("store.db is damaged");
        assertRefused("store.db is damaged");
    }

    @Test
    void pagesThatAreOverwrittenAreNoticedAlsoAfterAKill() throws IOException {
        start().close();
        Files.delete(folder.resolve("store.sha256"));
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("store.db").toFile(), "rw")) {
            byte[] nonsense = new byte[4096];
            Arrays.fill(nonsense, (byte) 0xa5);
            for (long at = 4096; at + 4096 <= file.length(); at += 4096) {
                file.seek(at);
                file.write(nonsense);
            }
        }

        assertRefused("store.db");
    }

    @Test
    void theDatabaseOfAnotherFolderIsNoticed() throws IOException {
        start().close();
        Path own = Files.move(folder.resolve("store.db"), folder.resolve("own"));
        try (var other = Dynoxide.onFile(folder.resolve("store.db"))) {
            assertThat(other.isAlive()).isTrue();
        }
        assertRefused("store.db is damaged");

        Files.delete(folder.resolve("store.sha256"));
        assertRefused("is missing from the database");

        Files.move(own, folder.resolve("store.db"), StandardCopyOption.REPLACE_EXISTING);
        start().close();
    }

    @Test
    void aMissingTableIsNoticed() throws IOException {
        String table;
        try (Host host = start();
                DynamoDbClient dynamo = host.tables().connect()) {
            table = dynamo.listTables().tableNames().getFirst();
            dynamo.deleteTable(delete -> delete.tableName(table));
        }

        assertRefused("The table " + table + " is missing");
        assertRefused("The table " + table + " is missing");
    }

    @Test
    void aMissingBucketIsNoticed() throws IOException {
        start().close();
        try (Stream<Path> buckets = Files.list(folder.resolve("buckets"))) {
            Files.delete(buckets.findFirst().orElseThrow());
        }

        assertRefused("in which files lie, is missing");
    }

    @Test
    void aMissingKeyIsSaidAndANewOneMade() throws IOException {
        start().close();
        Files.delete(folder.resolve("issuer.key"));
        List<String> said = new ArrayList<>();

        start(said::add).close();

        assertThat(said).anyMatch(line -> line.contains("issuer.key was missing"));
        assertThat(folder.resolve("issuer.key")).exists();
    }

    private void assertRefused(String sentence) throws IOException {
        assertThatExceptionOfType(NotStarted.class)
                .isThrownBy(this::start)
                .withMessageContaining(sentence);
    }

    private void flip(double at) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("store.db").toFile(), "rw")) {
            long place = Math.round((file.length() - 1) * at);
            file.seek(place);
            int value = file.read();
            file.seek(place);
            file.write(value ^ 1);
        }
    }

    private void cut(int bytes) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("store.db").toFile(), "rw")) {
            file.setLength(Math.max(100, file.length() - bytes));
        }
    }

    private Host start() {
        return start(line -> {});
    }

    private Host start(Progress progress) {
        return Host.start(
                new Settings(0, folder, true, false),
                progress,
                parameters -> Template.parse(yaml(), "t-", parameters));
    }

    private static String yaml() {
        return """
        Resources:
          Box:
            Type: AWS::DynamoDB::Table
            Properties:
              AttributeDefinitions:
                - {AttributeName: pk, AttributeType: S}
                - {AttributeName: gk, AttributeType: S}
              KeySchema: [{AttributeName: pk, KeyType: HASH}]
              GlobalSecondaryIndexes:
                - IndexName: gsi
                  KeySchema: [{AttributeName: gk, KeyType: HASH}]
                  Projection: {ProjectionType: ALL}
          Papers:
            Type: AWS::S3::Bucket
        """;
    }

    /// By name, with what is in them; the lock has nothing in it.
    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("lock")) {
                    files.put(
                            folder.relativize(file).toString(),
                            HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))));
                }
            }
        }
        return files;
    }

    private void unpack(String archive) throws IOException {
        try (InputStream in = DataFormatTest.class.getResourceAsStream("data/" + archive);
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(in))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                Path file = folder.resolve(part.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.copy(zip, file);
            }
        }
    }
}
