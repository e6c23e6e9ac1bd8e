package kz.bagalau.forms.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Replays what the fuzzer starts from and what it once found.
final class CorpusTest {

    private static final Map<String, Consumer<byte[]>> TARGETS =
            Map.of(
                    "workbook", FuzzedWorkbook::fuzzerTestOneInput,
                    "sheet", FuzzedSheet::fuzzerTestOneInput,
                    "csv", FuzzedCsv::fuzzerTestOneInput,
                    "form", FuzzedForm::fuzzerTestOneInput);

    @ParameterizedTest
    @ValueSource(strings = {"workbook", "sheet", "csv", "form"})
    void nothingInTheCorpusDisturbsTheReaders(String target) throws Exception {
        List<Path> seeds = seeds(target);
        assertThat(seeds).isNotEmpty();
        for (Path seed : seeds) {
            TARGETS.getOrDefault(target, bytes -> {}).accept(Files.readAllBytes(seed));
        }
    }

    private static List<Path> seeds(String target) throws IOException, URISyntaxException {
        var folder = CorpusTest.class.getResource("corpus/" + target);
        assertThat(folder).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.sorted().toList();
        }
    }
}
