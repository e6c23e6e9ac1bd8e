package kz.bagalau.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/// Texts in three languages from a properties file that stands beside a class: the keys `name.kk`,
/// `name.ru` and `name.en` are the text `name`.
public final class Texts {

    private final String file;
    private final Properties texts = new Properties();

    private Texts(String file) {
        this.file = file;
    }

    /// Throws where the file is missing; a text that is missing is reported when it is asked for.
    public static Texts beside(Class<?> owner, String file) {
        Texts read = new Texts(file);
        try (var stream = owner.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing beside " + owner.getName());
            }
            read.texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    public LocalText text(String name) {
        return new LocalText(in(name, "kk"), in(name, "ru"), in(name, "en"));
    }

    /// A text that need not be there; one that is there has all three languages.
    public Optional<LocalText> find(String name) {
        return texts.containsKey(name + ".kk") ? Optional.of(text(name)) : Optional.empty();
    }

    private String in(String name, String language) {
        String text = texts.getProperty(name + "." + language);
        if (text == null) {
            throw new IllegalStateException(name + " has no text in " + language + " in " + file);
        }
        return text;
    }
}
