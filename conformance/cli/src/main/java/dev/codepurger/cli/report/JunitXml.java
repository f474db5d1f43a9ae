package dev.codepurger.cli.report;

import dev.codepurger.cli.Printable;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code junit.xml}, in the dialect that build servers read: a failure is a violation, an error is a case of which nothing can be said. */
final class JunitXml {
    private final RuleCatalogue rules;
    private final RunResult result;

    JunitXml(RuleCatalogue rules, RunResult result) {
        this.rules = rules;
        this.result = result;
    }

    String text() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a report into memory cannot fail", e);
        }
        return text + "\n";
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        line(xml, "");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", "codepurger " + result.subject().name() + " " + result.options().profile().name());
        attribute(xml, "tests", Integer.toString(result.results().size()));
        attribute(xml, "failures", Integer.toString(result.failures().stream().filter(one -> !isError(one)).toList().size()));
        attribute(xml, "errors", Integer.toString(result.results().stream().filter(JunitXml::isError).toList().size()));
        attribute(xml, "skipped", Integer.toString(result.count(Status.SKIPPED)));
        attribute(xml, "time", seconds(result.results().stream().mapToLong(one -> one.time().toMillis()).sum()));
        for (CaseResult one : result.results()) {
            line(xml, "  ");
            testcase(xml, one);
        }
        line(xml, "");
        xml.writeEndElement();
    }

    private void testcase(XMLStreamWriter xml, CaseResult one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "codepurger." + one.of().rules().iterator().next().family());
        attribute(xml, "name", one.of().id());
        attribute(xml, "time", seconds(one.time().toMillis()));
        if (one.status() == Status.SKIPPED) {
            xml.writeEmptyElement("skipped");
            attribute(xml, "message", one.reason());
        } else if (one.status() != Status.PASSED) {
            xml.writeStartElement(isError(one) ? "error" : "failure");
            attribute(xml, "message", one.reason());
            attribute(xml, "type", one.blamed().isEmpty() ? one.status().toString().toLowerCase(Locale.ROOT)
                    : String.join(" ", one.blamed().stream().map(Rule::id).toList()));
            List<String> lines = new Explanation(rules).of(one);
            xml.writeCharacters(Printable.text(String.join("\n", lines)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean isError(CaseResult one) {
        return one.status() == Status.INCONCLUSIVE
                || one.attempt().map(attempt -> attempt.ending() == Ending.BROKEN).orElse(false);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.line(value));
    }

    private static void line(XMLStreamWriter xml, String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%d.%03d", millis / 1000, millis % 1000);
    }
}
