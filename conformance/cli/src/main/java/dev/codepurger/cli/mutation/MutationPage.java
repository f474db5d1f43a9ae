package dev.codepurger.cli.mutation;

import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * One page with everything in it: our tables, and the published reports in the published web component. It asks for nothing else when it is looked
 * at, and forbids the browser to.
 */
final class MutationPage {
    private static final String COMPONENT = "elements/mutation-test-elements.js";

    private final Map<String, MutationReport> reports;
    private final List<String> problems;

    /**
     * Of these.
     *
     * @param reports by the JSON that they were read from
     * @param problems what could not be read, in words
     */
    MutationPage(Map<String, MutationReport> reports, List<String> problems) {
        this.reports = reports;
        this.problems = problems;
    }

    String html() {
        Html html = new Html();
        html.markup("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; \
                img-src data:">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Mutation report</title>
                <style>
                """).markup(resource(MutationPage.class, "mutation.css")).markup("</style>\n</head>\n<body>\n");
        html.element("h1", "", "Mutation report");
        problems.forEach(problem -> html.element("p", "problem", problem));
        reports.values().forEach(report -> new MutationTables(report).write(html));
        html.element("h2", "", "Files and mutants");
        html.markup("<p><label>Show <select id=\"kind\"></select></label></p>\n");
        html.markup("<mutation-test-report-app title-postfix=\"Mutation report\"></mutation-test-report-app>\n");
        html.markup("<script type=\"application/json\" id=\"reports\">[").markup(data()).markup("]</script>\n");
        html.markup("<script>").markup(component()).markup("</script>\n");
        html.markup("<script>\n").markup(resource(MutationPage.class, "mutation.js")).markup("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    /** JSON in a script element ends where the browser sees its end tag, whatever JSON thinks of it. */
    private String data() {
        return String.join(",", reports.keySet()).replace("<", "\\u003c");
    }

    private static String component() {
        URL there = MutationPage.class.getClassLoader().getResource(COMPONENT);
        if (there == null) {
            throw new IllegalStateException("the class path has no " + COMPONENT + " of mutation-testing-elements");
        }
        return read(there).replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    private static String resource(Class<?> beside, String name) {
        return read(Resources.getResource(beside, name));
    }

    private static String read(URL url) {
        try {
            return Resources.toString(url, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
