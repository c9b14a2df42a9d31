import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files: Judge PROFILE,PROFILE FILE FILE …
 * Prints a line for each profile and file: profile, file, number of checks, then each broken rule with its count.
 */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String profile : arguments[0].split(",")) {
            for (int i = 1; i < arguments.length; i++) {
                System.out.println(judge(profile, arguments[i]));
            }
        }
    }

    private static String judge(String profile, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        List<String> line = new ArrayList<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(flavour, true).validate(parser);
            line.add(profile);
            line.add(file);
            line.add(String.valueOf(result.getTotalAssertions()));
            line.addAll(broken(result));
        }
        return String.join("\t", line);
    }

    private static List<String> broken(ValidationResult result) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String message = String.valueOf(assertion.getMessage()).replaceAll("\\s+", " ");
                counts.merge(assertion.getRuleId().getClause() + ": " + message, 1, Integer::sum);
            }
        }
        List<String> rules = new ArrayList<>();
        counts.forEach((rule, count) -> rules.add(rule + " (" + count + " times)"));
        return rules;
    }
}
