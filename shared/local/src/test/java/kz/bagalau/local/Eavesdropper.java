package kz.bagalau.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import kz.bagalau.local.demo.Client;
import kz.bagalau.local.people.Person;
import kz.bagalau.sandbox.Template;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/// Somebody who asks every `GET` route of template.yaml about everything there is, in three
/// languages where words are told, and keeps whatever comes: status, headers, and of files
/// everything that is in them, shown or not. A route that is added is asked as well, or the test
/// that asks fails.
final class Eavesdropper implements AutoCloseable {

    private static final List<String> LANGUAGES = List.of("kk", "ru", "en");

    /// Headers that say when, and how long the text of a moment was.
    private static final Set<String> CHANCE = Set.of("content-length", "date");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /// What says more than numbers and names, and is asked for in every language.
    private static final Pattern IN_WORDS = Pattern.compile("scores|conclusions|results|summary");

    /// The same for everybody, and about nobody.
    private static final Set<String> ABOUT_NOBODY =
            Set.of(
                    "/calendar/{year}",
                    "/deadlines",
                    "/deadlines/{rule}",
                    "/exit-interviews/form",
                    "/methodologies",
                    "/methodologies/{methodology}",
                    "/report-forms",
                    "/report-forms/{file}",
                    "/reports/{report}");

    /// What a route is asked with besides its path.
    private static final Map<String, List<String>> QUERIES =
            Map.ofEntries(
                    Map.entry("/exit-interviews", List.of("body={body}&year={year}")),
                    Map.entry(
                            "/exit-interviews/summary",
                            List.of("body={body}&year={year}", "year={year}")),
                    Map.entry("/exit-interviews/summary.xlsx", List.of("body={body}&year={year}")),
                    Map.entry("/facts", List.of("year={year}")),
                    Map.entry("/facts.xlsx", List.of("year={year}")),
                    Map.entry("/facts/{body}/{year}/history", List.of("fact={fact}")),
                    Map.entry("/obligations", List.of("body={body}&year={year}")),
                    Map.entry("/reports", List.of("body={body}&year={year}")),
                    Map.entry(
                            "/surveys/{survey}/results",
                            List.of("body={body}", "body={body}&cut={cut}")),
                    Map.entry("/surveys/{survey}/turnout", List.of("body={body}")),
                    Map.entry("/worktime-reports", List.of("quarter=2025-Q1")),
                    Map.entry("/overtime", List.of("body={body}&from=2025-01&to=2025-12")),
                    Map.entry("/overtime/deviations", List.of("body={body}&month=2025-03")),
                    Map.entry(
                            "/overtime/people",
                            List.of("body={body}&from=2025-01&to=2025-12&minDays=1")));

    private final URI address;
    private final Client client;
    private final Map<String, List<String>> values;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param values what a parameter can be, by its name: `body`, `year`, `run`, `file` and so on
    Eavesdropper(URI address, Client client, Map<String, List<String>> values) {
        this.address = address;
        this.client = client;
        this.values = values;
    }

    /// Everything that `who` is told, refusals included, by what was asked.
    SortedMap<String, String> hear(@Nullable Person who) {
        SortedMap<String, String> heard = new TreeMap<>();
        for (String question : questions()) {
            List<String> languages = IN_WORDS.matcher(question).find() ? LANGUAGES : List.of("en");
            for (String language : languages) {
                heard.put(language + " " + question, told(who, question, language));
            }
        }
        return heard;
    }

    private Set<String> questions() {
        Set<String> questions = new TreeSet<>();
        for (var function : Template.ofCheckout("e-", Map.of()).functions().values()) {
            for (Template.Route route : function.routes()) {
                if (route.method().equals("GET") && !ABOUT_NOBODY.contains(route.path())) {
                    List<String> queries = QUERIES.getOrDefault(route.path(), List.of(""));
                    queries.forEach(query ->
                            fill(route.path() + (query.isEmpty() ? "" : "?" + query), questions));
                }
            }
        }
        return questions;
    }

    private void fill(String question, Set<String> into) {
        Matcher parameter = PARAMETER.matcher(question);
        if (!parameter.find()) {
            into.add(question);
            return;
        }
        List<String> all = values.get(parameter.group(1));
        Objects.requireNonNull(all, () -> "nothing to ask " + question + " with");
        all.forEach(value -> fill(question.replace(parameter.group(), value), into));
    }

    private String told(@Nullable Person who, String question, String language) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(question))
                        .header("Accept-Language", language);
        if (who != null) {
            request.header("Authorization", "Bearer " + client.token(who));
        }
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            StringBuilder told = new StringBuilder().append(response.statusCode());
            new TreeMap<>(response.headers().map())
                    .forEach((name, all) -> {
                        if (!CHANCE.contains(name)) {
                            told.append('\n').append(name).append(": ").append(all);
                        }
                    });
            return told.append("\n\n").append(content(response)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(question, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String content(HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("content-type").orElse("");
        if (type.contains("spreadsheet")) {
            return workbook(response.body());
        }
        return type.contains("pdf")
                ? document(response.body())
                : new String(response.body(), StandardCharsets.UTF_8);
    }

    /// Every part of a workbook as it stands: hidden sheets, comments, formats and properties too.
    private static String workbook(byte[] file) throws IOException {
        SortedMap<String, String> parts = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(
                        part.getName() + " " + part.getComment(),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts.toString();
    }

    /// What is printed on the pages of a document, and the texts beside them: properties, remarks,
    /// names of attachments, metadata.
    private static String document(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            StringBuilder all = new StringBuilder(new PDFTextStripper().getText(document));
            List<COSObjectKey> keys =
                    new ArrayList<>(document.getDocument().getXrefTable().keySet());
            keys.sort(null);
            for (COSObjectKey key : keys) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                if (object instanceof COSDictionary dictionary) {
                    texts(dictionary, all.append('\n'));
                }
            }
            var metadata = document.getDocumentCatalog().getMetadata();
            if (metadata != null) {
                all.append(metadata.getCOSObject().toTextString());
            }
            return all.toString();
        }
    }

    private static void texts(COSDictionary dictionary, StringBuilder all) {
        for (var entry : dictionary.entrySet()) {
            if (entry.getValue() instanceof COSString text) {
                all.append(entry.getKey().getName()).append('=').append(text.getString());
                all.append('\n');
            } else if (entry.getValue() instanceof COSDictionary inner) {
                texts(inner, all);
            }
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
