package app.rapport.bargaining.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
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
            try (InputStream in = Files.newInputStream(file)) {
                return new XmlFile(name, parser().parse(in).getDocumentElement());
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable("there is no file " + file);
        } catch (SAXParseException e) {
            throw new Unreadable(name + ", line " + e.getLineNumber() + ": " + reason(e));
        } catch (SAXException e) {
            throw new Unreadable(name + ": this is no XML that can be read");
        } catch (IOException e) {
            throw new Unreadable(name + ": the file cannot be read as XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(SAXParseException e) {
        boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
        return doctype
                ? "a DOCTYPE is not allowed, as it may name entities and other files"
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
        String text = element.getAttribute(attribute).strip();
        if (text.isEmpty()) throw unreadable(of + " has no " + attribute);
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
