package kz.bagalau.forms.conclusion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import kz.bagalau.rules.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// What can be read in a file.
final class Extracted {

    private Extracted() {}

    /// The document's text, every line feed a space.
    static String document(Conclusion conclusion, Language language) {
        return text(ConclusionDocument.write(conclusion, language));
    }

    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a document shows in red.
    static String inRed(byte[] pdf) throws IOException {
        StringBuilder red = new StringBuilder();
        PDFTextStripper stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition text) {
                        float[] colour = getGraphicsState().getNonStrokingColor().getComponents();
                        if (colour.length == 3 && colour[0] > 2 * colour[1]) {
                            red.append(text.getUnicode());
                        }
                    }
                };
        stripper.addOperator(new SetNonStrokingDeviceRGBColor(stripper));
        stripper.addOperator(new SetNonStrokingDeviceGrayColor(stripper));
        try (var document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return red.toString();
    }

    /// Every part of the workbook, as its XML stands.
    static String workbook(Conclusion conclusion, Language language) {
        StringBuilder parts = new StringBuilder();
        byte[] file = ConclusionWorkbook.write(conclusion, language);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts.toString();
    }
}
