package app.rapport.mailboxes.model;

/** Why a mailbox cannot be read, in one or two sentences for its owner. */
public final class MailTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Kind kind;

    /** What kind of trouble, and with which field of the form it has to do. */
    public enum Kind {
        UNKNOWN_HOST("host", false),
        NO_ANSWER("host", false),
        TLS("security", false),
        /** The server refuses the login: trying again would only lock the account. */
        LOGIN("secret", true),
        /** The server asks to come back later. */
        BUSY("host", false),
        BROKEN("host", false);

        private final String field;
        private final boolean lasting;

        Kind(String field, boolean lasting) {
            this.field = field;
            this.lasting = lasting;
        }

        public String field() {
            return field;
        }

        /** Whether only a person can mend it. */
        public boolean lasting() {
            return lasting;
        }
    }

    public MailTrouble(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
