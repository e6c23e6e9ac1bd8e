package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import kz.bagalau.forms.workbook.Refusal.Code;
import org.jspecify.annotations.Nullable;

/// Finds the sheets of a workbook and refuses workbooks that do more than hold tables. A hyperlink
/// is text and is never followed; every other reference to the outside is a reason to refuse.
final class Xlsx {

    private static final String HYPERLINK = "/hyperlink";

    private final Parts parts;
    private final FileLimits limits;

    private Xlsx(Parts parts, FileLimits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    static IncomingFile open(Path path, FileLimits limits) throws IOException, RefusedException {
        Parts parts = Parts.open(path, limits);
        try {
            return new IncomingFile(new Xlsx(parts, limits).sheets(), parts);
        } catch (IOException | RefusedException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private List<XlsxSheet> sheets() throws IOException, RefusedException {
        refuseOtherDocuments();
        refuseMacros();
        refuseLinks();
        String workbook = workbook();
        Map<String, Target> targets = targets(workbook);
        List<Tab> tabs = new ArrayList<>();
        boolean[] from1904 = new boolean[1];
        Markup.read(
                required(workbook),
                workbook,
                markup -> {
                    while (markup.element()) {
                        switch (markup.name()) {
                            case "sheet" -> tabs.add(Tab.read(markup));
                            case "workbookPr" -> from1904[0] = truth(markup.attribute("date1904"));
                            default -> {}
                        }
                        if (tabs.size() > limits.sheets()) {
                            throw new RefusedException(Code.FILE_SHEETS, limits.sheets());
                        }
                    }
                });
        SharedStrings strings = SharedStrings.read(related(targets, "/sharedStrings"));
        Styles styles = Styles.read(related(targets, "/styles"));
        List<XlsxSheet> sheets = new ArrayList<>();
        for (Tab tab : tabs) {
            @Nullable Target target = targets.get(tab.relation());
            if (target == null || !parts.has(target.part())) {
                throw new RefusedException(Code.FILE_DAMAGED, Parts.shown(tab.name()));
            }
            if (target.type().endsWith("/worksheet")) {
                sheets.add(
                        new XlsxSheet(
                                tab.name(),
                                tab.hidden(),
                                parts,
                                target.part(),
                                strings,
                                styles,
                                from1904[0],
                                limits.rows()));
            } else if (!target.type().endsWith("/chartsheet")) {
                throw new RefusedException(Code.FILE_MACROS, Parts.shown(tab.name()));
            }
        }
        if (sheets.isEmpty()) {
            throw new RefusedException(Code.FILE_EMPTY);
        }
        return sheets;
    }

    private void refuseOtherDocuments() throws RefusedException {
        if (parts.has("mimetype")) {
            throw new RefusedException(Code.FILE_TYPE, FileType.XLSX, "OpenDocument");
        }
        if (parts.has("word/document.xml")) {
            throw new RefusedException(Code.FILE_TYPE, FileType.XLSX, "DOCX");
        }
        if (parts.has("ppt/presentation.xml")) {
            throw new RefusedException(Code.FILE_TYPE, FileType.XLSX, "PPTX");
        }
        if (parts.has("xl/workbook.bin")) {
            throw new RefusedException(Code.FILE_TYPE, FileType.XLSX, "XLSB");
        }
        if (!parts.has("[Content_Types].xml")) {
            throw new RefusedException(Code.FILE_TYPE, FileType.XLSX, "ZIP");
        }
    }

    private void refuseMacros() throws IOException, RefusedException {
        for (String name : parts.names()) {
            if (name.contains("vbaproject")
                    || name.contains("/macrosheets/")
                    || name.contains("/dialogsheets/")
                    || name.contains("/activex/")) {
                throw new RefusedException(Code.FILE_MACROS, Parts.shown(name));
            }
            if (name.contains("/embeddings/")) {
                throw new RefusedException(Code.FILE_EMBEDDED, Parts.shown(name));
            }
            if (name.contains("/externallinks/") && name.endsWith(".xml")) {
                refuseLink(name);
            }
            if (name.endsWith("/connections.xml") || name.contains("/querytables/")) {
                throw new RefusedException(Code.FILE_EXTERNAL_LINKS, Parts.shown(name));
            }
        }
        Markup.read(
                required("[Content_Types].xml"),
                "[Content_Types].xml",
                markup -> {
                    while (markup.element()) {
                        String type = markup.attribute("ContentType", "");
                        if (type.contains("macroEnabled") || type.contains("vbaProject")) {
                            throw new RefusedException(Code.FILE_MACROS, Parts.shown(type));
                        }
                    }
                });
    }

    /// A link to a part outside; a DDE link says so.
    private void refuseLink(String name) throws IOException, RefusedException {
        Markup.read(
                required(name),
                name,
                markup -> {
                    while (markup.element()) {
                        if (markup.name().equals("ddeLink")) {
                            throw new RefusedException(Code.FILE_DDE);
                        }
                    }
                });
        throw new RefusedException(Code.FILE_EXTERNAL_LINKS, Parts.shown(name));
    }

    private void refuseLinks() throws IOException, RefusedException {
        for (String name : parts.names()) {
            if (!name.endsWith(".rels")) {
                continue;
            }
            Markup.read(
                    required(name),
                    name,
                    markup -> {
                        while (markup.element()) {
                            boolean outside =
                                    markup.attribute("TargetMode", "").equalsIgnoreCase("External");
                            if (outside && !markup.attribute("Type", "").endsWith(HYPERLINK)) {
                                throw new RefusedException(
                                        Code.FILE_EXTERNAL_LINKS,
                                        Parts.shown(markup.attribute("Target", name)));
                            }
                        }
                    });
        }
    }

    /// The name of the main part, as the package's own relationships say.
    private String workbook() throws IOException, RefusedException {
        for (Target target : targets("").values()) {
            if (target.type().endsWith("/officeDocument")) {
                return target.part();
            }
        }
        throw new RefusedException(Code.FILE_DAMAGED, "_rels/.rels");
    }

    /// The relationships of a part by id; those of the package for an empty name.
    private Map<String, Target> targets(String part) throws IOException, RefusedException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        Map<String, Target> targets = new HashMap<>();
        Markup.read(
                required(name),
                name,
                markup -> {
                    while (markup.element()) {
                        if (markup.name().equals("Relationship")) {
                            targets.put(
                                    markup.attribute("Id", ""),
                                    new Target(
                                            markup.attribute("Type", ""),
                                            resolved(folder, markup.attribute("Target", ""))));
                        }
                    }
                });
        return targets;
    }

    private Optional<InputStream> related(Map<String, Target> targets, String type)
            throws IOException {
        for (Target target : targets.values()) {
            if (target.type().endsWith(type)) {
                return parts.part(target.part());
            }
        }
        return Optional.empty();
    }

    private InputStream required(String name) throws IOException, RefusedException {
        return parts.part(name)
                .orElseThrow(() -> new RefusedException(Code.FILE_DAMAGED, Parts.shown(name)));
    }

    /// The name of a part that a relationship names from a folder. Names only find what is inside
    /// the package, so a path that climbs out of it finds nothing.
    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (true) {
            if (rest.startsWith("./")) {
                rest = rest.substring(2);
            } else if (rest.startsWith("../")) {
                rest = rest.substring(3);
                int slash = base.lastIndexOf('/', base.length() - 2);
                base = slash < 0 ? "" : base.substring(0, slash + 1);
            } else {
                return base + rest;
            }
        }
    }

    private static boolean truth(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private record Target(String type, String part) {}

    private record Tab(String name, boolean hidden, String relation) {

        static Tab read(Markup markup) throws XMLStreamException, RefusedException {
            // Both r:id and sheetId are attributes; without its prefix the first is called id.
            return new Tab(
                    Parts.shown(markup.attribute("name", "")),
                    !markup.attribute("state", "visible").equals("visible"),
                    markup.attribute("id", ""));
        }
    }
}
