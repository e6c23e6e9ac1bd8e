package kz.bagalau.forms.workbook.part;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;
import kz.bagalau.forms.workbook.part.Parts.Packed;

/// Finds macros, other programs and packed documents among the parts of a package, whatever they
/// are called: by their names, their types and what they are. A type that is declared and that no
/// part has is none: SheetJS declares one for macros in every file.
public final class Programs {

    private static final List<String> MACRO_NAMES =
            List.of("vbaproject", "/macrosheets/", "/dialogsheets/", "/activex/");
    private static final List<String> MACRO_TYPES =
            List.of(
                    "macroenabled",
                    "vbaproject",
                    "vbadata",
                    "macrosheet",
                    "dialogsheet",
                    "activex");
    private static final List<String> MACRO_RELATIONS =
            List.of(
                    "/vbaProject",
                    "/wordVbaData",
                    "/xlMacrosheet",
                    "/xlIntlMacrosheet",
                    "/dialogsheet",
                    "/control",
                    "/activeXControlBinary");
    private static final List<String> PACKED_RELATIONS = List.of("/oleObject", "/package");
    private static final String EMBEDDED = "/embeddings/";
    private static final String PRINTER = "/printersettings/";
    static final String TYPES = "[Content_Types].xml";

    private final Parts parts;
    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    private Programs(Parts parts) {
        this.parts = parts;
    }

    public static void refuse(Parts parts) throws IOException, RefusedException {
        Programs programs = new Programs(parts);
        programs.readTypes();
        for (String name : parts.names()) {
            programs.refuse(name);
        }
    }

    /// Refuses a part for what a relationship says of it.
    public static void refuseTarget(String type, String part) throws RefusedException {
        if (MACRO_RELATIONS.stream().anyMatch(type::endsWith)) {
            throw new RefusedException(Code.FILE_MACROS, Parts.shown(part));
        }
        if (PACKED_RELATIONS.stream().anyMatch(type::endsWith)) {
            throw new RefusedException(Code.FILE_EMBEDDED, Parts.shown(part));
        }
    }

    private void readTypes() throws IOException, RefusedException {
        Markup.read(
                parts.part(TYPES).orElseThrow(() -> new RefusedException(Code.FILE_DAMAGED, TYPES)),
                TYPES,
                markup -> {
                    while (markup.element()) {
                        String type = markup.attribute("ContentType", "").toLowerCase(Locale.ROOT);
                        switch (markup.name()) {
                            case "Default" ->
                                    byExtension.put(
                                            markup.attribute("Extension", "")
                                                    .toLowerCase(Locale.ROOT),
                                            type);
                            case "Override" ->
                                    byName.put(Parts.key(markup.attribute("PartName", "")), type);
                            default -> {}
                        }
                    }
                });
    }

    private void refuse(String name) throws RefusedException {
        Optional<Packed> packed = parts.packed(name);
        String type = byName.getOrDefault(name, "");
        String usual = byExtension.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
        // Of the settings of printers nobody names the type where macros have taken their ending.
        boolean printer = packed.isEmpty() && ("/" + name).contains(PRINTER);
        if (MACRO_NAMES.stream().anyMatch(("/" + name)::contains)
                || macros(type)
                || (type.isEmpty() && !printer && macros(usual))) {
            throw new RefusedException(Code.FILE_MACROS, Parts.shown(name));
        }
        if (("/" + name).contains(EMBEDDED) || packed.isPresent()) {
            throw new RefusedException(Code.FILE_EMBEDDED, Parts.shown(name));
        }
    }

    private static boolean macros(String type) {
        return MACRO_TYPES.stream().anyMatch(type::contains);
    }
}
