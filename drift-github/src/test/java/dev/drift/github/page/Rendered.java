package dev.drift.github.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page as GitHub flavoured Markdown renders it, before GitHub takes out what it does not allow: HTML in it stays HTML. It is read
 * as strictly as XML is, so that an element that is not closed, or is closed elsewhere, is an error.
 */
final class Rendered {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());
    private static final Set<String> CODE = Set.of("code", "pre");

    private final Document document;

    private Rendered(Document document) {
        this.document = document;
    }

    static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown));
    }

    static Rendered of(String markdown) {
        String html = html(markdown).replace("<details open>", "<details open=\"\">");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Rendered(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<main>" + html.replace("&nbsp;", "&#160;") + "</main>"))));
        } catch (ParserConfigurationException | IOException missing) {
            throw new IllegalStateException(missing);
        } catch (SAXException broken) {
            throw new AssertionError("Not well-formed: " + broken.getMessage() + "\n" + html, broken);
        }
    }

    /** Every element, as its name and its attributes. */
    List<String> elements() {
        NodeList all = document.getElementsByTagName("*");
        List<String> elements = new ArrayList<>();
        for (int index = 0; index < all.getLength(); index++) {
            Element element = (Element) all.item(index);
            StringBuilder text = new StringBuilder(element.getTagName());
            for (int each = 0; each < element.getAttributes().getLength(); each++) {
                Node attribute = element.getAttributes().item(each);
                text.append(' ').append(attribute.getNodeName()).append('=').append(attribute.getNodeValue());
            }
            elements.add(text.toString());
        }
        return elements;
    }

    /** What stands in no code, which is where GitHub looks for mentions, issues and addresses. */
    String words() {
        StringBuilder words = new StringBuilder();
        collect(document.getDocumentElement(), Node.TEXT_NODE, words);
        return words.toString();
    }

    /** What stands in comments. */
    String comments() {
        StringBuilder comments = new StringBuilder();
        collect(document.getDocumentElement(), Node.COMMENT_NODE, comments);
        return comments.toString();
    }

    private static void collect(Node node, short kind, StringBuilder text) {
        if (node.getNodeType() == kind) {
            text.append(node.getNodeValue()).append('\n');
        }
        if (kind == Node.COMMENT_NODE || !CODE.contains(node.getNodeName())) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                collect(child, kind, text);
            }
        }
    }
}
