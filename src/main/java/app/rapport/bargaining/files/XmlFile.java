package app.rapport.bargaining.files;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** An XML file read without entities, other files or surprises; knows how to say what is wrong. */
final class XmlFile {
    private final String name;
    private final Element root;

    private XmlFile(String name, Element root) {
        this.name = name;
        this.root = root;
    }

    static XmlFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > Size.MOST_BYTES)
                throw new Unreadable(name + ": larger than 5 MB, which no scenario is");
            return new XmlFile(name, root(XmlText.of(Files.readAllBytes(file))));
        } catch (NoSuchFileException e) {
            throw new Unreadable("there is no file " + file);
        } catch (SAXParseException e) {
            throw new Unreadable(name + ", line " + e.getLineNumber() + ": " + reason(e));
        } catch (SAXException e) {
            throw new Unreadable(name + ": this is no XML that can be read");
        } catch (IOException e) {
            throw new Unreadable(name + ": the file cannot be read as XML");
        }
    }

    /**
     * Names that stand bare are escaped where it is no XML without; else the first complaint
     * counts.
     */
    private static Element root(String text) throws SAXException, IOException {
        try {
            return parsed(text);
        } catch (SAXException e) {
            String mended = XmlText.mended(text);
            if (mended.equals(text)) throw e;
            try {
                return parsed(mended);
            } catch (SAXException again) {
                e.addSuppressed(again);
                throw e;
            }
        }
    }

    private static Element parsed(String text) throws SAXException, IOException {
        try {
            return parser().parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("DOCTYPE"))
            return "a DOCTYPE is not allowed, as it may name entities and other files";
        return message.contains("JAXP")
                ? "it is nested deeper, or has more in one place, than a scenario has"
                : "this is no well-formed XML";
    }

    private static DocumentBuilder parser() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder parser = factory.newDocumentBuilder();
        // the default one writes to standard error
        parser.setErrorHandler(new DefaultHandler());
        return parser;
    }

    Element root() {
        return root;
    }

    List<Element> all(String tag) {
        return below(root, tag);
    }

    static List<Element> below(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    Optional<Element> first(String tag) {
        return all(tag).stream().findFirst();
    }

    /** The number an attribute holds; {@code of} names whose it is. */
    double number(Element element, String attribute, String of) {
        return number(element.getAttribute(attribute), attribute, of);
    }

    private double number(String typed, String attribute, String of) {
        String text = typed.strip();
        if (text.isEmpty()) throw unreadable(of + " has no " + attribute);
        if (text.matches("-?\\d+,\\d+"))
            text = text.replace(',', '.'); // written where that is the point
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw unreadable(of + ": " + attribute + " \"" + text + "\" is no number");
        }
        if (!Double.isFinite(number))
            throw unreadable(of + ": " + attribute + " \"" + text + "\" is no finite number");
        return number;
    }

    /** One that an element says of the whole space; empty where it says none. */
    OptionalDouble said(String tag) {
        return all(tag).stream()
                .map(element ->
                        element.hasAttribute("value")
                                ? element.getAttribute("value")
                                : element.getTextContent())
                .filter(text -> !text.isBlank())
                .mapToDouble(text -> number(text, "value", tag))
                .findFirst();
    }

    int whole(Element element, String attribute, String of) {
        double number = number(element, attribute, of);
        if (number != Math.rint(number) || Math.abs(number) > 1e9)
            throw unreadable(of + ": " + attribute + " is no whole number");
        return (int) number;
    }

    Unreadable unreadable(String why) {
        return new Unreadable(name + ": " + why);
    }
}
