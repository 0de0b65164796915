package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An answer about many resources (RFC 4918, 13).
 *
 * @param token of a synchronization; empty elsewhere
 */
record Multistatus(List<DavResource> resources, Optional<String> token) {
  static final String DAV = "DAV:";

  Multistatus {
    resources = List.copyOf(resources);
  }

  /** Invalid where the answer is none. */
  static Outcome<Multistatus> parse(String answer) {
    return root(answer)
        .filter(root -> is(root, "multistatus"))
        .<Outcome<Multistatus>>map(root -> new Outcome.Done<>(read(root)))
        .orElseGet(
            () ->
                new Outcome.Failed<>(
                    new CalendarFailure.Invalid("The calendar server does not speak CalDAV.")));
  }

  /** Whether the answer says that this precondition does not hold. */
  static boolean isAbout(String answer, String precondition) {
    return root(answer)
        .filter(root -> is(root, "error"))
        .filter(root -> child(root, DAV, precondition).isPresent())
        .isPresent();
  }

  static Optional<Element> child(Element parent, String namespace, String name) {
    return children(parent, namespace, name).findFirst();
  }

  static Stream<Element> children(Element parent, String namespace, String name) {
    return elements(parent)
        .filter(e -> namespace.equals(e.getNamespaceURI()) && name.equals(e.getLocalName()));
  }

  static Stream<Element> elements(Element parent) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .<Node>mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static Multistatus read(Element root) {
    var resources = new ArrayList<DavResource>();
    children(root, DAV, "response")
        .forEach(response -> resources.addAll(DavResource.read(response)));
    return new Multistatus(
        resources, child(root, DAV, "sync-token").map(token -> token.getTextContent().trim()));
  }

  private static boolean is(Element element, String name) {
    return DAV.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /** No document type is read, so nothing outside of the answer is, and nothing grows in it. */
  private static Optional<Element> root(String answer) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      var builder = factory.newDocumentBuilder();
      // Else it would write what it refuses to the console.
      builder.setErrorHandler(null);
      return Optional.of(
          builder.parse(new InputSource(new StringReader(answer))).getDocumentElement());
    } catch (SAXException | IOException noXml) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Expected an XML parser without document types", e);
    }
  }
}
