package kz.bagalau.forms.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// What can be read in a printed document.
public final class Pdf {

    private Pdf() {}

    /// The text of all pages, every line feed a space.
    public static String text(byte[] pdf) {
        return String.join(" ", pages(pdf));
    }

    /// The text without any space: columns and lines part it in no other way.
    public static String unparted(byte[] pdf) {
        return unparted(text(pdf));
    }

    public static String unparted(String text) {
        return text.replaceAll("\\s", "");
    }

    /// The text of each page, every line feed a space.
    public static List<String> pages(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " ").strip());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every letter lies inside the margins of its page.
    public static void assertInsideThePage(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            float width = document.getPage(0).getMediaBox().getWidth();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    for (TextPosition position : positions) {
                        assertThat(position.getX()).as(text).isGreaterThan(50);
                        assertThat(position.getEndX()).as(text).isLessThan(width - 40);
                        assertThat(position.getEndY()).as(text).isGreaterThan(25);
                    }
                }
            }.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
