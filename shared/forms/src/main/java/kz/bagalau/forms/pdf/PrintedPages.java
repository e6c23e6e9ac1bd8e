package kz.bagalau.forms.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import kz.bagalau.rules.Language;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A4 pages that fill from the top: paragraphs, tables, ruled lines, a foot with page numbers. The
/// document is tagged (headings, paragraphs, tables with heads), has a language and bookmarks.
///
/// The same content gives the same bytes: there is no date, and the document's id follows from its
/// title.
public final class PrintedPages {

    /// The typefaces are shared and not made for several threads.
    private static final ReentrantLock TYPEFACES = new ReentrantLock();

    static final float LEFT = 62;
    private static final float RIGHT = 42;
    private static final float TOP = 46;
    static final float BOTTOM = 56;
    private static final float FOOT = 30;
    private static final float FOOT_SIZE = 7.5f;
    static final float LEADING = 1.28f;
    private static final float PADDING = 3.2f;
    static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - RIGHT;
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float ROOM = HEIGHT - TOP - BOTTOM;
    private static final float MARK = 20;
    private static final float MARK_SIZE = 8;
    private static final float RULE_GAP = 20;
    private static final float GROUND = 0.91f;
    private static final float LINE_GREY = 0.45f;

    /// Red, green and blue; dark enough to be read on white.
    private static final float[] RED = {0.70f, 0.15f, 0.12f};

    /// Rows of up to so many lines are not parted.
    private static final int WHOLE_ROW = 14;

    private final PDDocument document;
    private final String mark;
    private final PDFont regular;
    private final PDFont bold;
    private final PDStructureElement root;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final List<COSArray> parents = new ArrayList<>();
    private PDPage page = new PDPage(PDRectangle.A4);
    private PDPageContentStream stream;
    private float y;

    private PrintedPages(PDDocument document, String title, Language language, String mark)
            throws IOException {
        this.document = document;
        this.mark = mark;
        regular = Typeface.REGULAR.in(document);
        bold = Typeface.BOLD.in(document);
        document.setDocumentId(0L);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Bagalau");
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(language.code());
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.setDocumentOutline(outline);
        PDStructureTreeRoot tree = new PDStructureTreeRoot();
        catalog.setStructureTreeRoot(tree);
        root = new PDStructureElement("Document", tree);
        tree.appendKid(root);
        stream = open();
        mark();
    }

    /// Makes a document without a mark.
    ///
    /// @param foot at the left of every page's foot
    public static byte[] print(
            String title, Language language, String foot, Consumer<PrintedPages> content) {
        return print(title, language, foot, "", content);
    }

    /// Makes a document.
    ///
    /// @param foot at the left of every page's foot
    /// @param mark one line at the head of every page, such as that the form is not official; empty
    ///   for none
    public static byte[] print(
            String title,
            Language language,
            String foot,
            String mark,
            Consumer<PrintedPages> content) {
        TYPEFACES.lock();
        try (PDDocument document = new PDDocument()) {
            PrintedPages pages = new PrintedPages(document, title, language, mark);
            content.accept(pages);
            pages.finish(foot);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TYPEFACES.unlock();
        }
    }

    /// Parses the typefaces before they are needed.
    public static void prime() {
        print("", Language.KK, "", pages -> pages.text("Ұ", Style.TEXT).text("₸", Style.TITLE));
    }

    /// The room that a paragraph takes, in points.
    public float height(String text, Style style) {
        return typeface(style.bold()).lines(text, style.size(), WIDTH).size()
                        * style.size()
                        * LEADING
                + style.before();
    }

    private static Typeface typeface(boolean bold) {
        return bold ? Typeface.BOLD : Typeface.REGULAR;
    }

    /// A paragraph; line feeds part it.
    public PrintedPages text(String text, Style style) {
        List<String> lines = typeface(style.bold()).lines(text, style.size(), WIDTH);
        float leading = style.size() * LEADING;
        if (y < HEIGHT - TOP) {
            y -= style.before();
        }
        if (y - leading - style.keep() < BOTTOM) {
            turn();
        }
        PDStructureElement element = element(style.tag(), root);
        if (style.tag().equals("H1")) {
            bookmark(text);
        }
        int from = 0;
        while (from < lines.size()) {
            int fitting = Math.max(1, (int) ((y - BOTTOM) / leading));
            int to = Math.min(lines.size(), from + fitting);
            show(
                    element,
                    lines.subList(from, to),
                    style.bold(),
                    style.size(),
                    style.red(),
                    style.side(),
                    LEFT,
                    WIDTH,
                    y);
            y -= (to - from) * leading;
            from = to;
            if (from < lines.size()) {
                turn();
            }
        }
        return this;
    }

    public PrintedPages table(Table table) {
        y -= PADDING;
        Grid grid = new Grid(table);
        PDStructureElement element = element("Table", root);
        grid.heading(element);
        for (Table.Row row : table.rows()) {
            grid.row(element, row);
        }
        return this;
    }

    /// Blocks of lines beside one another, all of them on one page where a page has room for them.
    public PrintedPages blocks(List<Block> blocks) {
        new Blocks(this, blocks).draw();
        return this;
    }

    /// How much of the page is left, in points.
    float room() {
        return y - BOTTOM;
    }

    float y() {
        return y;
    }

    void moveDown(float points) {
        y -= points;
    }

    PDStructureElement paragraph() {
        return element("P", root);
    }

    /// A line of text that belongs to an element.
    void line(PDStructureElement element, Blocks.Laid laid, float x, float width, float top) {
        show(
                element,
                List.of(laid.text()),
                laid.bold(),
                laid.size(),
                false,
                laid.side(),
                x,
                width,
                top);
    }

    /// A rule to write on.
    void rule(float fromX, float toX, float at) {
        artifact(() -> line(fromX, at, toX, at));
    }

    /// Empty lines to write on, as many as the page has room for.
    ///
    /// @param leaving the room for what follows, in points
    public PrintedPages ruled(int least, int most, float leaving) {
        int fitting = Math.max(least, (int) ((y - BOTTOM - leaving) / RULE_GAP));
        if (y - fitting * RULE_GAP < BOTTOM) {
            turn();
            fitting = most;
        }
        for (int i = 0; i < Math.min(fitting, most); i++) {
            y -= RULE_GAP;
            float at = y;
            artifact(() -> line(LEFT, at, LEFT + WIDTH, at));
        }
        return this;
    }

    /// Goes on at the top of a page.
    public PrintedPages turn() {
        try {
            stream.close();
            page = new PDPage(PDRectangle.A4);
            stream = open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /// Shows the mark at the head of the first page, where a screen reader reads it once.
    private void mark() {
        if (!mark.isEmpty()) {
            show(
                    element("P", root),
                    Typeface.BOLD.lines(mark, MARK_SIZE, WIDTH),
                    true,
                    MARK_SIZE,
                    false,
                    Table.Side.RIGHT,
                    LEFT,
                    WIDTH,
                    HEIGHT - MARK);
        }
    }

    private PDPageContentStream open() throws IOException {
        page.setStructParents(parents.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        parents.add(new COSArray());
        y = HEIGHT - TOP;
        return new PDPageContentStream(document, page);
    }

    private void finish(String foot) throws IOException {
        stream.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            stream =
                    new PDPageContentStream(
                            document, document.getPage(i), AppendMode.APPEND, true, true);
            String number = (i + 1) + " / " + pages;
            float room = WIDTH - Typeface.REGULAR.width(number, FOOT_SIZE) - 20;
            String left = Typeface.REGULAR.lines(foot, FOOT_SIZE, room).getFirst();
            boolean marked = i > 0 && !mark.isEmpty();
            artifact(() -> {
                if (marked) {
                    float wide = Typeface.BOLD.width(mark, MARK_SIZE);
                    float base = HEIGHT - MARK - MARK_SIZE;
                    write(mark, true, MARK_SIZE, LEFT + WIDTH - wide, base);
                }
                write(left, false, FOOT_SIZE, LEFT, FOOT);
                write(
                        number,
                        false,
                        FOOT_SIZE,
                        LEFT + WIDTH - Typeface.REGULAR.width(number, FOOT_SIZE),
                        FOOT);
            });
            stream.close();
        }
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        Map<Integer, COSObjectable> numbers = new LinkedHashMap<>();
        for (int i = 0; i < parents.size(); i++) {
            numbers.put(i, new PDParentTreeValue(parents.get(i)));
        }
        tree.setNumbers(numbers);
        PDStructureTreeRoot structure = document.getDocumentCatalog().getStructureTreeRoot();
        structure.setParentTree(tree);
        structure.setParentTreeNextKey(parents.size());
    }

    private void bookmark(String text) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(text.replace('\n', ' '));
        item.setDestination(page);
        outline.addLast(item);
    }

    private static PDStructureElement element(String tag, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(tag, parent);
        parent.appendKid(element);
        return element;
    }

    /// Lines of text that belong to an element, from the height `top` downwards.
    private void show(
            PDStructureElement element,
            List<String> lines,
            boolean strong,
            float size,
            boolean red,
            Table.Side side,
            float x,
            float width,
            float top) {
        COSArray parent = parents.getLast();
        int id = parent.size();
        parent.add(element.getCOSObject());
        belong(element, id);
        try {
            stream.beginMarkedContent(COSName.getPDFName(element.getStructureType()), id);
            if (red) {
                stream.setNonStrokingColor(RED[0], RED[1], RED[2]);
            }
            float base = top - size;
            for (String line : lines) {
                Typeface typeface = typeface(strong);
                float space = width - typeface.width(line, size);
                float indent =
                        switch (side) {
                            case LEFT -> 0;
                            case CENTRE -> space / 2;
                            case RIGHT -> space;
                        };
                write(line, strong, size, x + indent, base);
                base -= size * LEADING;
            }
            if (red) {
                stream.setNonStrokingColor(0f);
            }
            stream.endMarkedContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Joins marked content to its element. The first is a mere number on the element's page, which
    /// keeps documents small; what follows on other pages names its page.
    private void belong(PDStructureElement element, int id) {
        if (element.getPage() == null) {
            element.setPage(page);
            element.appendKid(id);
        } else {
            PDMarkedContentReference reference = new PDMarkedContentReference();
            reference.setPage(page);
            reference.setMCID(id);
            element.appendKid(reference);
        }
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    /// Draws what a screen reader passes over.
    private void artifact(Drawing drawing) {
        try {
            stream.beginMarkedContent(COSName.ARTIFACT);
            drawing.draw();
            stream.endMarkedContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text, boolean strong, float size, float x, float base)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        stream.beginText();
        stream.setFont(strong ? bold : regular, size);
        stream.newLineAtOffset(x, base);
        stream.showText(text);
        stream.endText();
    }

    private void line(float fromX, float fromY, float toX, float toY) throws IOException {
        stream.setLineWidth(0.5f);
        stream.setStrokingColor(LINE_GREY);
        stream.moveTo(fromX, fromY);
        stream.lineTo(toX, toY);
        stream.stroke();
    }

    /// A table on its way down the pages.
    private final class Grid {
        private final Table table;
        private final float[] widths;
        private final float leading;

        Grid(Table table) {
            this.table = table;
            int all = table.widths().stream().mapToInt(Integer::intValue).sum();
            widths = new float[table.widths().size()];
            for (int i = 0; i < widths.length; i++) {
                widths[i] = WIDTH * table.widths().get(i) / all;
            }
            leading = table.size() * LEADING;
        }

        void heading(PDStructureElement element) {
            if (table.heading().isEmpty()) {
                return;
            }
            List<List<String>> lines = lines(headings(), true);
            if (y - height(lines) - 4 * leading < BOTTOM) {
                turn();
            }
            PDStructureElement row = element("TR", element);
            draw(cells("TH", row), lines, headings(), true);
        }

        void row(PDStructureElement element, Table.Row row) {
            List<PDStructureElement> cells = cells("TD", element("TR", element));
            List<List<String>> rest = lines(row.cells(), row.strong());
            boolean fresh = false;
            while (true) {
                int fitting = (int) ((y - BOTTOM - 2 * PADDING) / leading);
                int longest = rest.stream().mapToInt(List::size).max().orElse(0);
                if (longest <= fitting) {
                    draw(cells, rest, row.cells(), row.strong());
                    return;
                }
                if (!fresh && (longest <= WHOLE_ROW || fitting < 3)) {
                    repeat();
                    fresh = true;
                    continue;
                }
                draw(cells, heads(rest, fitting), row.cells(), row.strong());
                rest = tails(rest, fitting);
                repeat();
                fresh = true;
            }
        }

        /// Turns the page and repeats the heading there, which a screen reader has read already.
        private void repeat() {
            turn();
            if (!table.heading().isEmpty()) {
                draw(List.of(), lines(headings(), true), headings(), true);
            }
        }

        private List<Table.Cell> headings() {
            return table.heading().stream().map(Table.Cell::centre).toList();
        }

        private List<PDStructureElement> cells(String tag, PDStructureElement row) {
            List<PDStructureElement> cells = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                PDStructureElement cell = element(tag, row);
                if (tag.equals("TH")) {
                    PDTableAttributeObject scope = new PDTableAttributeObject();
                    scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
                    cell.addAttribute(scope);
                }
                cells.add(cell);
            }
            return cells;
        }

        private List<List<String>> lines(List<Table.Cell> cells, boolean strong) {
            Typeface typeface = typeface(strong);
            List<List<String>> lines = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                lines.add(
                        typeface.lines(cells.get(i).text(), table.size(), widths[i] - 2 * PADDING));
            }
            return lines;
        }

        private float height(List<List<String>> lines) {
            return lines.stream().mapToInt(List::size).max().orElse(0) * leading + 2 * PADDING;
        }

        private void draw(
                List<PDStructureElement> elements,
                List<List<String>> lines,
                List<Table.Cell> cells,
                boolean strong) {
            float height = height(lines);
            float top = y;
            artifact(() -> frame(top, height, strong));
            float x = LEFT;
            for (int i = 0; i < widths.length; i++) {
                float width = widths[i] - 2 * PADDING;
                float left = x + PADDING;
                List<String> text = lines.get(i);
                Table.Side side = cells.get(i).side();
                if (elements.isEmpty()) {
                    artifact(() -> {
                        float base = top - PADDING - table.size();
                        for (String line : text) {
                            float space = width - Typeface.BOLD.width(line, table.size());
                            write(line, true, table.size(), left + space / 2, base);
                            base -= leading;
                        }
                    });
                } else {
                    show(
                            elements.get(i),
                            text,
                            strong,
                            table.size(),
                            cells.get(i).red(),
                            side,
                            left,
                            width,
                            top - PADDING);
                }
                x += widths[i];
            }
            y -= height;
        }

        private void frame(float top, float height, boolean ground) throws IOException {
            if (ground) {
                stream.setNonStrokingColor(GROUND);
                stream.addRect(LEFT, top - height, WIDTH, height);
                stream.fill();
                stream.setNonStrokingColor(0f);
            }
            line(LEFT, top, LEFT + WIDTH, top);
            line(LEFT, top - height, LEFT + WIDTH, top - height);
            float x = LEFT;
            line(x, top, x, top - height);
            for (float width : widths) {
                x += width;
                line(x, top, x, top - height);
            }
        }

        private static List<List<String>> heads(List<List<String>> lines, int count) {
            return lines.stream()
                    .map(cell -> cell.subList(0, Math.min(count, cell.size())))
                    .toList();
        }

        private static List<List<String>> tails(List<List<String>> lines, int count) {
            return lines.stream()
                    .map(cell -> cell.subList(Math.min(count, cell.size()), cell.size()))
                    .toList();
        }
    }
}
