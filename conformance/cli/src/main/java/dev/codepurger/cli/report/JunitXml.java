package dev.codepurger.cli.report;

import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.CaseResult.Status;
import dev.codepurger.conformance.run.ExpectedFailure;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import java.io.StringWriter;
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
        attribute(xml, "tests", Integer.toString(result.results().size() + (isPart() ? 1 : 0) + result.unexpectedPasses().size()));
        attribute(xml, "failures", Integer
                .toString(result.failures().stream().filter(one -> !isError(one)).toList().size() + result.unexpectedPasses().size()));
        attribute(xml, "errors",
                Integer.toString(result.results().stream().filter(JunitXml::isError).toList().size() + (isPart() ? 1 : 0)));
        attribute(xml, "skipped", Integer.toString(result.count(Status.SKIPPED) + result.count(Status.EXPECTED)));
        attribute(xml, "time", seconds(result.results().stream().mapToLong(one -> one.time().toMillis()).sum()));
        for (CaseResult one : result.results()) {
            line(xml, "  ");
            testcase(xml, one);
        }
        for (ExpectedFailure one : result.unexpectedPasses()) {
            line(xml, "  ");
            pass(xml, one);
        }
        if (isPart()) {
            line(xml, "  ");
            part(xml);
        }
        line(xml, "");
        xml.writeEndElement();
    }

    /** What was planned and neither ran nor was skipped must not look as if it had passed, or as if it had never been. */
    private boolean isPart() {
        return result.interrupted() || result.missing() > 0;
    }

    private static void pass(XMLStreamWriter xml, ExpectedFailure one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "codepurger." + one.rule().family());
        attribute(xml, "name", "unexpected-pass " + one.rule());
        xml.writeEmptyElement("failure");
        attribute(xml, "message", one.rule() + " was expected to be violated, and held in every case: " + one.reason());
        attribute(xml, "type", "unexpected pass");
        xml.writeEndElement();
    }

    private void part(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "codepurger");
        attribute(xml, "name", "the-whole-run");
        xml.writeEmptyElement("error");
        attribute(xml, "message", "ended from outside: this is a part of the run, " + result.missing() + " of " + result.planned()
                + " cases are missing");
        attribute(xml, "type", "interrupted");
        xml.writeEndElement();
    }

    private void testcase(XMLStreamWriter xml, CaseResult one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", "codepurger." + one.of().rules().iterator().next().family());
        attribute(xml, "name", one.of().name());
        attribute(xml, "time", seconds(one.time().toMillis()));
        if (one.status() == Status.SKIPPED || one.status() == Status.EXPECTED) {
            xml.writeEmptyElement("skipped");
            attribute(xml, "message", one.reason());
        } else if (one.status() != Status.PASSED) {
            xml.writeStartElement(isError(one) ? "error" : "failure");
            attribute(xml, "message", one.reason());
            attribute(xml, "type", one.blamed().isEmpty() ? one.status().toString().toLowerCase(Locale.ROOT)
                    : String.join(" ", one.blamed().stream().map(Rule::id).toList()));
            xml.writeCharacters(String.join("\n", TextReport.explanation(rules).of(one)));
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
