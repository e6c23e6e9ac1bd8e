package kz.bagalau.forms.report.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.bagalau.forms.report.layout.LookalikeKey;

/// The words by which rows are known that are no entries: totals, the lines between a total and its
/// parts, and the signatures under a table. They stand in `row-words.json`, in kk, ru and en.
public final class RowWords {

    private static final JsonNode WORDS = load();
    private static final List<String> ANYWHERE = keys(WORDS.at("/totals/anywhere"));
    private static final List<String> FIRST = keys(WORDS.at("/totals/first"));
    private static final List<String> SIGNS = texts(WORDS.at("/totals/signs"));
    private static final List<String> PARTS = keys(WORDS.path("parts"));
    private static final List<String> ENDS = keys(WORDS.path("ends"));
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private RowWords() {}

    private static JsonNode load() {
        try (var stream = RowWords.class.getResourceAsStream("row-words.json")) {
            if (stream == null) {
                throw new IllegalStateException("row-words.json is missing");
            }
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static List<String> keys(JsonNode array) {
        return texts(array).stream().map(LookalikeKey::of).toList();
    }

    /// Whether the name of a unit, or what stands in place of its number, says that the row is a
    /// total: `Итого по органу`, `Министерство, всего`, `В С Е Г О`, `∑`. A word that only contains
    /// one of these, such as "итоговый", does not.
    public static boolean total(String text) {
        return beginsTotal(text) || words(text).stream().anyMatch(ANYWHERE::contains);
    }

    /// Whether a text begins with a word for a total. The texts of lists are long, and any word may
    /// stand within them.
    public static boolean beginsTotal(String text) {
        String plain = FootnoteMarks.stripped(text);
        List<String> words = words(plain);
        String key = LookalikeKey.of(plain);
        return SIGNS.contains(plain)
                || (!words.isEmpty() && ANYWHERE.contains(words.getFirst()))
                || ANYWHERE.contains(key)
                || FIRST.stream().anyMatch(first -> beginsWith(plain, first));
    }

    /// Whether a text leads from a total to its parts: `оның ішінде`.
    public static boolean parts(String text) {
        return PARTS.contains(LookalikeKey.of(FootnoteMarks.stripped(text)));
    }

    /// Whether a text begins as the lines under any table do.
    public static boolean end(String text) {
        String key = LookalikeKey.of(text);
        return ENDS.stream().anyMatch(key::startsWith);
    }

    /// The keys of the words of a text; letters that are spaced out are one word.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder spaced = new StringBuilder();
        for (String word : NO_LETTERS.split(text)) {
            String key = LookalikeKey.of(word);
            if (key.length() == 1) {
                spaced.append(key);
            } else if (!key.isEmpty()) {
                words.add(key);
            }
        }
        return spaced.length() < 2
                ? words
                : Stream.concat(words.stream(), Stream.of(spaced.toString())).toList();
    }

    /// Whether the first words of a text are these, none of them cut.
    private static boolean beginsWith(String text, String key) {
        StringBuilder joined = new StringBuilder();
        for (String word : NO_LETTERS.split(text)) {
            joined.append(LookalikeKey.of(word));
            if (joined.length() >= key.length()) {
                return joined.toString().equals(key);
            }
        }
        return false;
    }
}
