package kz.bagalau.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The words between the numbers of a [Working], from `working.properties`.
enum WorkingWord {
    AT_MOST,
    AT_LEAST,
    PENALTY_APPLIES;

    private static final Properties TEXTS = load();

    LocalText text() {
        String key = name().toLowerCase(Locale.ROOT);
        return new LocalText(
                Objects.requireNonNull(TEXTS.getProperty(key + ".kk")),
                Objects.requireNonNull(TEXTS.getProperty(key + ".ru")),
                Objects.requireNonNull(TEXTS.getProperty(key + ".en")));
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(
                                WorkingWord.class.getResourceAsStream("working.properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
