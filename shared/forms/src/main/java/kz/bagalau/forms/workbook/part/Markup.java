package kz.bagalau.forms.workbook.part;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.bagalau.forms.workbook.cell.Characters;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;
import org.jspecify.annotations.Nullable;

/// A part of a package as a stream of XML events, in UTF-8 and without anything a workbook does not
/// need: no document types, no entities but the five of XML, nothing deep, nothing with thousands
/// of names (a parser keeps names for ever).
public final class Markup {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 4_000;
    private static final int MOST_ATTRIBUTES = 128;
    private static final int MOST_NAMESPACES = 64;
    private static final int LONGEST_TEXT = 32_767;

    private final XMLStreamReader xml;
    private final String part;
    private final Set<String> names = new HashSet<>();
    private int depth;

    private Markup(XMLStreamReader xml, String part) {
        this.xml = xml;
        this.part = part;
    }

    /// What a part is read for.
    @FunctionalInterface
    public interface Reading {
        public void read(Markup markup) throws XMLStreamException, RefusedException;
    }

    /// Reads a part from its start, and closes it.
    public static void read(InputStream stream, String part, Reading reading)
            throws IOException, RefusedException {
        try (stream) {
            var factory = new InputFactoryImpl();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(stream, "UTF-8");
            try {
                reading.read(new Markup(xml, part));
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | UncheckedStreamException e) {
            // The second where a text turns out to be cut short when it is asked for.
            throw new RefusedException(Code.FILE_DAMAGED, Parts.shown(part));
        }
    }

    /// Goes to the next start of an element; false at the end of the part.
    public boolean element() throws XMLStreamException, RefusedException {
        while (xml.hasNext()) {
            if (next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /// Goes to the next event and returns it.
    public int next() throws XMLStreamException, RefusedException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new RefusedException(Code.FILE_DOCTYPE, Parts.shown(part));
            default -> {}
        }
        return event;
    }

    public boolean hasNext() throws XMLStreamException {
        return xml.hasNext();
    }

    /// How many elements are open, the current one included.
    public int depth() {
        return depth;
    }

    /// The element's name without its prefix.
    public String name() {
        return xml.getLocalName();
    }

    /// An attribute by its name without prefix.
    public @Nullable String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    public String attribute(String name, String absent) {
        String value = attribute(name);
        return value == null ? absent : value;
    }

    /// Whether an event carries text.
    public static boolean text(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /// Adds the text of the current event, and no more than shows that no cell can hold it.
    public void append(StringBuilder text) {
        int length = Math.min(xml.getTextLength(), LONGEST_TEXT + 1 - text.length());
        text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    /// What a text is in a cell.
    public static Value value(String text) {
        return text.length() <= LONGEST_TEXT && Characters.sound(text)
                ? new Value.Text(text)
                : new Value.Unreadable(text);
    }

    public RefusedException damaged() {
        return new RefusedException(Code.FILE_DAMAGED, Parts.shown(part));
    }

    private void start() throws RefusedException {
        depth++;
        int attributes = xml.getAttributeCount();
        if (depth > DEEPEST
                || attributes > MOST_ATTRIBUTES
                || xml.getNamespaceCount() > MOST_NAMESPACES) {
            throw damaged();
        }
        boolean added = names.add(xml.getLocalName());
        for (int i = 0; i < attributes; i++) {
            added |= names.add(xml.getAttributeLocalName(i));
        }
        String prefix = xml.getPrefix();
        if (prefix != null && !prefix.isEmpty()) {
            added |= names.add(prefix + ":");
        }
        if (added && names.size() > MOST_NAMES) {
            throw damaged();
        }
    }
}
