package app.rapport.post;

/** No access token can be got; the message says why, in words for whoever set it up. */
public final class TokenTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean lasting;

    /**
     * @param lasting whether only a person can mend it
     */
    TokenTrouble(boolean lasting, String sentence) {
        super(sentence);
        this.lasting = lasting;
    }

    public boolean lasting() {
        return lasting;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
