package org.aryz.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Counts the tests of a run from what Surefire and Failsafe wrote, and names each one that failed or was skipped.
 * {@code ./aryz test} runs this file by itself, so that it counts even what a broken build left: it uses only the JDK.
 */
public final class TestReport {

    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int passed;

    /** Takes a file that is as old as the run: older reports are of other runs. */
    public static void main(String... arguments) throws Exception {
        var report = new TestReport();
        report.readAll(Path.of(""), Path.of(arguments[0]));
        System.out.print(report);
        System.exit(report.failed.isEmpty() && report.passed > 0 ? 0 : 1);
    }

    void readAll(Path project, Path begun) throws IOException, ParserConfigurationException, SAXException {
        var since = Files.getLastModifiedTime(begun);
        for (var file : reports(project)) {
            if (Files.getLastModifiedTime(file).compareTo(since) >= 0) {
                read(file);
            }
        }
    }

    private static List<Path> reports(Path project) throws IOException {
        try (Stream<Path> files = Files.find(project, 5, (path, _) -> isReport(path))) {
            return files.sorted().toList();
        }
    }

    private static boolean isReport(Path path) {
        return path.toString().matches("(?:.*/)?target/(surefire|failsafe)-reports/TEST-.*\\.xml");
    }

    private void read(Path file) throws IOException, ParserConfigurationException, SAXException {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        var cases = document.getElementsByTagName("testcase");
        for (var i = 0; i < cases.getLength(); i++) {
            count((Element) cases.item(i));
        }
    }

    private void count(Element test) {
        var name = test.getAttribute("classname") + "." + test.getAttribute("name");
        if (has(test, "failure") || has(test, "error")) {
            failed.add(name);
        } else if (has(test, "skipped")) {
            skipped.add(name + ": "
                    + reason((Element) test.getElementsByTagName("skipped").item(0)));
        } else {
            passed++;
        }
    }

    /** An annotation's reason is an attribute; an assumption's is the first line of its stack trace. */
    private static String reason(Element skipped) {
        var message = skipped.getAttribute("message");
        var text = message.isBlank() ? skipped.getTextContent() : message;
        return text.lines()
                .findFirst()
                .map(line -> line.replaceFirst(".*Assumption failed: ", "").strip())
                .orElse("no reason given");
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("\n");
        failed.forEach(name -> text.append("failed   ").append(name).append('\n'));
        skipped.forEach(name -> text.append("skipped  ").append(name).append('\n'));
        return text.append("tests: %d passed, %d failed, %d skipped%n".formatted(passed, failed.size(), skipped.size()))
                .toString();
    }
}
