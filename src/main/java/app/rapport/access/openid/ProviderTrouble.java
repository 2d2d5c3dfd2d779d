package app.rapport.access.openid;

/** Why a provider cannot be worked with, in a sentence for people. */
public final class ProviderTrouble extends Exception {
    private static final long serialVersionUID = 1L;

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
        this.code = code;
    }

    public String sentence() {
        return sentence;
    }

    /** For logs, which name nobody: the protocol's own word for it. */
    public String code() {
        return code;
    }
}
