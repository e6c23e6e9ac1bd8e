package kz.bagalau.lambda;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import kz.bagalau.rules.Language;

/// The texts of problem codes, from `messages_<language>.properties` beside each enum; read when
/// the first problem is reported.
public final class Messages {

    private static final Map<String, Properties> LOADED = new ConcurrentHashMap<>();

    private Messages() {}

    /// The text of `code` in `language`; throws [IllegalStateException] where it is missing, which
    /// a test of each capability rules out.
    public static String text(ProblemCode code, Language language, List<String> arguments) {
        Class<?> owner = ((Enum<?>) code).getDeclaringClass();
        String file = "messages_" + language.code() + ".properties";
        String pattern =
                LOADED.computeIfAbsent(owner.getName() + "/" + file, key -> load(owner, file))
                        .getProperty(code.name());
        if (pattern == null) {
            throw new IllegalStateException(code.name() + " has no text in " + file);
        }
        return new MessageFormat(pattern, Locale.ROOT).format(arguments.toArray());
    }

    private static Properties load(Class<?> owner, String file) {
        Properties texts = new Properties();
        try (var stream = owner.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing beside " + owner.getName());
            }
            Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
