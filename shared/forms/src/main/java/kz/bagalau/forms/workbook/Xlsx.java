package kz.bagalau.forms.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import kz.bagalau.forms.workbook.cell.Characters;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;
import kz.bagalau.forms.workbook.part.Markup;
import kz.bagalau.forms.workbook.part.Parts;
import kz.bagalau.forms.workbook.part.Programs;
import org.jspecify.annotations.Nullable;

/// Finds the sheets of a workbook and refuses workbooks that do more than hold tables. A hyperlink
/// is text and is never followed; every other reference to the outside is a reason to refuse.
final class Xlsx {

    private static final String HYPERLINK = "/hyperlink";

    /// What a part is refused for that cannot be read.
    private static final Set<Code> UNFIT = Set.of(Code.FILE_DAMAGED, Code.FILE_DOCTYPE);

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
        Programs.refuse(parts);
        refuseConnections();
        refuseLinks();
        String workbook = workbook();
        Map<String, Target> targets = targets(workbook);
        List<Tab> tabs = new ArrayList<>();
        boolean[] from1904 = new boolean[1];
        boolean[] stale = new boolean[1];
        Markup.read(
                required(workbook),
                workbook,
                markup -> {
                    while (markup.element()) {
                        switch (markup.name()) {
                            case "sheet" -> tabs.add(Tab.read(markup));
                            case "workbookPr" -> from1904[0] = truth(markup.attribute("date1904"));
                            case "calcPr" -> stale[0] = stale(markup);
                            default -> {}
                        }
                        if (tabs.size() > limits.sheets()) {
                            throw new RefusedException(Code.FILE_SHEETS, limits.sheets());
                        }
                    }
                });
        SharedStrings strings = SharedStrings.read(related(targets, "/sharedStrings"));
        Styles styles = Styles.read(related(targets, "/styles"));
        XlsxSheet.Book book = new XlsxSheet.Book(from1904[0], stale[0]);
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
                                book,
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

    // DOUBT: a file that asks to be calculated when it is opened may hold right results all the
    // same
    // (nobody can see it); read as none, because programs that calculate nothing ask in the same
    // words. Excel and LibreOffice calculate, and ask no more, as soon as they save the file.
    /// Whether nobody vouches for the results of the formulas: the file asks for a calculation when
    /// it is opened, or says that the last one was not finished or not done before saving.
    private static boolean stale(Markup markup) {
        return truth(markup.attribute("fullCalcOnLoad"))
                || untruth(markup.attribute("calcCompleted"))
                || ("manual".equals(markup.attribute("calcMode"))
                        && untruth(markup.attribute("calcOnSave")));
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

    private void refuseConnections() throws IOException, RefusedException {
        for (String name : parts.names()) {
            if (name.contains("/externallinks/") && name.endsWith(".xml")) {
                refuseLink(name);
            }
            if (name.endsWith("/connections.xml") || name.contains("/querytables/")) {
                throw new RefusedException(Code.FILE_EXTERNAL_LINKS, Parts.shown(name));
            }
        }
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

    /// Looks at all relationships; those of parts that nobody reads may be damaged.
    private void refuseLinks() throws IOException, RefusedException {
        for (String name : parts.names()) {
            if (!name.endsWith(".rels")) {
                continue;
            }
            try {
                Markup.read(required(name), name, markup -> refuseLinks(name, markup));
            } catch (RefusedException e) {
                if (!UNFIT.contains(e.refusal().code())) {
                    throw e;
                }
            }
        }
    }

    private void refuseLinks(String name, Markup markup)
            throws XMLStreamException, RefusedException {
        String folder = name.substring(0, name.lastIndexOf("_rels/"));
        while (markup.element()) {
            String type = markup.attribute("Type", "");
            String target = markup.attribute("Target", "");
            boolean outside = markup.attribute("TargetMode", "").equalsIgnoreCase("External");
            if (outside && !type.endsWith(HYPERLINK)) {
                throw new RefusedException(Code.FILE_EXTERNAL_LINKS, Parts.shown(target));
            }
            if (!outside && parts.has(resolved(folder, target))) {
                Programs.refuseTarget(type, target);
            }
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
            throws IOException, RefusedException {
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

    private static boolean untruth(@Nullable String value) {
        return "0".equals(value) || "false".equals(value);
    }

    private record Target(String type, String part) {}

    private record Tab(String name, boolean hidden, String relation) {

        private static final int LONGEST = 100;

        /// The name as it is called, without what cannot be shown or stored.
        private static String called(String name) {
            String plain = Characters.replaced(name).replaceAll("\\p{Cntrl}", " ");
            return plain.length() > LONGEST
                    ? Characters.replaced(plain.substring(0, LONGEST)) + "…"
                    : plain;
        }

        static Tab read(Markup markup) throws XMLStreamException, RefusedException {
            // Both r:id and sheetId are attributes; without its prefix the first is called id.
            return new Tab(
                    called(markup.attribute("name", "")),
                    !markup.attribute("state", "visible").equals("visible"),
                    markup.attribute("id", ""));
        }
    }
}
