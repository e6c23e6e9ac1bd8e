package kz.bagalau.forms.pdf;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

/// Blocks beside one another on their way onto a page.
final class Blocks {

    private static final float GAP = 18;
    private static final float BEFORE = 10;

    /// How far a rule is under the line that stands on it, in parts of the letters' size.
    private static final float UNDER = 0.22f;

    /// The least share of a line that a field needs beside its label.
    private static final float ENOUGH = 0.25f;

    private static final float SPACE = 4;

    /// Room under a line that stands on a rule.
    private static final float BENEATH = 1.5f;

    /// Room under small words.
    private static final float BENEATH_CAPTION = 3;

    /// One line in its place.
    ///
    /// @param indent of its text from the left of the block
    /// @param ruleFrom where the rule under it begins; negative for none
    record Laid(
            String text,
            float size,
            boolean bold,
            Table.Side side,
            float indent,
            float ruleFrom,
            boolean next) {

        float height() {
            if (!next) {
                return 0;
            }
            float beneath = ruleFrom >= 0 ? BENEATH : size < Block.SIZE ? BENEATH_CAPTION : 0;
            return size * PrintedPages.LEADING + beneath;
        }
    }

    private record Column(float x, float width, List<Laid> lines) {

        float height() {
            return (float) lines.stream().mapToDouble(Laid::height).sum();
        }
    }

    private final PrintedPages pages;
    private final List<Block> blocks;

    Blocks(PrintedPages pages, List<Block> blocks) {
        this.pages = pages;
        this.blocks = List.copyOf(blocks);
    }

    void draw() {
        List<Column> columns = columns(blocks);
        float height = (float) columns.stream().mapToDouble(Column::height).max().orElse(0);
        if (height > PrintedPages.ROOM) {
            blocks.forEach(block -> flow(columns(List.of(block)).getFirst()));
            return;
        }
        pages.moveDown(BEFORE);
        if (height > pages.room()) {
            pages.turn();
        }
        float top = pages.y();
        for (Column column : columns) {
            float y = top;
            PDStructureElement element = pages.paragraph();
            for (Laid laid : column.lines()) {
                draw(element, column, laid, y);
                y -= laid.height();
            }
        }
        pages.moveDown(height);
    }

    /// A block that is longer than a page, line by line.
    private void flow(Column column) {
        PDStructureElement element = pages.paragraph();
        for (Laid laid : column.lines()) {
            if (laid.height() > pages.room()) {
                pages.turn();
            }
            draw(element, column, laid, pages.y());
            pages.moveDown(laid.height());
        }
    }

    private void draw(PDStructureElement element, Column column, Laid laid, float top) {
        float width = column.width() - laid.indent();
        if (!laid.text().isEmpty()) {
            pages.line(element, laid, column.x() + laid.indent(), width, top);
        }
        if (laid.ruleFrom() >= 0) {
            pages.rule(
                    column.x() + laid.ruleFrom(),
                    column.x() + column.width(),
                    top - laid.size() * (1 + UNDER));
        }
    }

    private List<Column> columns(List<Block> beside) {
        int all = beside.stream().mapToInt(Block::width).sum();
        float room = PrintedPages.WIDTH - GAP * (beside.size() - 1);
        List<Column> columns = new ArrayList<>();
        float x = PrintedPages.LEFT;
        for (Block block : beside) {
            float width = room * block.width() / all;
            columns.add(new Column(x, width, laid(block, width)));
            x += width + GAP;
        }
        return columns;
    }

    private static List<Laid> laid(Block block, float width) {
        List<Laid> laid = new ArrayList<>();
        for (Block.Line line : block.lines()) {
            switch (line) {
                case Block.Line.Said(var text, var size, var bold, var side) -> {
                    Typeface typeface = bold ? Typeface.BOLD : Typeface.REGULAR;
                    for (String part : typeface.lines(text, size, width)) {
                        laid.add(new Laid(part, size, bold, side, 0, -1, true));
                    }
                }
                case Block.Line.Field field -> laid.addAll(laid(field, width));
            }
        }
        return laid;
    }

    /// The contents beside the label where they have room there, otherwise under it.
    private static List<Laid> laid(Block.Line.Field field, float width) {
        List<Laid> laid = new ArrayList<>();
        List<String> labels = Typeface.REGULAR.lines(field.label(), Block.SIZE, width);
        float last = Typeface.REGULAR.width(labels.getLast(), Block.SIZE);
        float indent = field.label().isEmpty() ? 0 : last + SPACE;
        boolean beside =
                width - indent >= ENOUGH * width
                        && Typeface.REGULAR.width(field.contents(), Block.SIZE) <= width - indent
                        && !field.contents().contains("\n");
        if (!field.label().isEmpty()) {
            for (int i = 0; i < labels.size(); i++) {
                boolean parted = i < labels.size() - 1 || !beside;
                laid.add(said(labels.get(i), parted));
            }
        }
        float from = beside ? indent : 0;
        List<String> parts = Typeface.REGULAR.lines(field.contents(), Block.SIZE, width - from);
        for (String part : parts) {
            laid.add(new Laid(part, Block.SIZE, false, field.side(), from, from, true));
        }
        return laid;
    }

    private static Laid said(String text, boolean next) {
        return new Laid(text, Block.SIZE, false, Table.Side.LEFT, 0, -1, next);
    }
}
