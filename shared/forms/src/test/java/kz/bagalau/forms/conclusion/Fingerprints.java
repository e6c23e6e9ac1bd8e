package kz.bagalau.forms.conclusion;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.StringJoiner;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.operational.fact.BodyKind;

/// The hashes of a body's six files, for comparing them with those of another process.
final class Fingerprints {

    private Fingerprints() {}

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        System.out.println(all());
    }

    static String all() throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Conclusion conclusion = ExampleConclusion.complete(BodyKind.OMO).conclusion();
        StringJoiner hashes = new StringJoiner(" ");
        for (Language language : Language.values()) {
            for (byte[] file :
                    new byte[][] {
                        ConclusionDocument.write(conclusion, language),
                        ConclusionWorkbook.write(conclusion, language)
                    }) {
                hashes.add(HexFormat.of().formatHex(sha256.digest(file)));
            }
        }
        return hashes.toString();
    }
}
