package app.rapport.access.openid;

import java.util.regex.Pattern;

/** Why a provider cannot be worked with, in a sentence for people. */
public final class ProviderTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Pattern WORDLESS = Pattern.compile("[^\\w.-]");

    private final String sentence;
    private final String code;

    ProviderTrouble(String sentence) {
        super(sentence);
        this.sentence = sentence;
        this.code = "described";
    }

    ProviderTrouble(String sentence, String code, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
        // an answer's word is whatever stands in its address
        this.code =
                WORDLESS.matcher(code.substring(0, Math.min(code.length(), 60))).replaceAll("?");
    }

    public String sentence() {
        return sentence;
    }

    /** For logs, which name nobody: the protocol's own word for it. */
    public String code() {
        return code;
    }
}
