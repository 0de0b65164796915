package io.rendezvous.calendar.caldav;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * What a server says of one resource.
 *
 * @param href as it is written
 * @param status of the resource, 200 where only its properties have one
 * @param properties those that it has
 */
record DavResource(String href, int status, List<Element> properties) {
  static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
  private static final Pattern STATUS = Pattern.compile("HTTP/[0-9.]+ ([0-9]{3}).*");
  private static final int OK = 200;

  DavResource {
    properties = List.copyOf(properties);
  }

  /** One answer may speak of several resources of one status. */
  static List<DavResource> read(Element response) {
    int status = status(response).orElse(OK);
    List<Element> properties =
        Multistatus.children(response, Multistatus.DAV, "propstat")
            .filter(part -> status(part).orElse(OK) == OK)
            .flatMap(part -> Multistatus.children(part, Multistatus.DAV, "prop"))
            .flatMap(Multistatus::elements)
            .toList();
    return Multistatus.children(response, Multistatus.DAV, "href")
        .map(href -> new DavResource(href.getTextContent().trim(), status, properties))
        .toList();
  }

  Optional<Element> property(String namespace, String name) {
    return properties.stream()
        .filter(e -> namespace.equals(e.getNamespaceURI()) && name.equals(e.getLocalName()))
        .findFirst();
  }

  Optional<String> text(String namespace, String name) {
    return property(namespace, name).map(Element::getTextContent).filter(text -> !text.isBlank());
  }

  /** The addresses within a property. */
  List<String> hrefs(String namespace, String name) {
    return property(namespace, name).stream()
        .flatMap(property -> Multistatus.children(property, Multistatus.DAV, "href"))
        .map(href -> href.getTextContent().trim())
        .filter(href -> !href.isEmpty())
        .toList();
  }

  private static Optional<Integer> status(Element element) {
    return Multistatus.child(element, Multistatus.DAV, "status")
        .map(status -> STATUS.matcher(status.getTextContent().trim()))
        .filter(Matcher::matches)
        .map(status -> Integer.valueOf(status.group(1)));
  }
}
