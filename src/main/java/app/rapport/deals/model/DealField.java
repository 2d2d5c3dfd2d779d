package app.rapport.deals.model;

import app.rapport.access.Refused;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A field that people change by hand, in its text form: an id, a number, a day or words. */
public enum DealField {
    NAME("name", "Name", Form.LINE),
    ACCOUNT("account_id", "Company", Form.ID),
    AMOUNT("amount", "Value", Form.NUMBER),
    CURRENCY("currency", "Currency", Form.CURRENCY),
    STAGE("stage_id", "Stage", Form.ID),
    CLOSES_ON("closes_on", "Expected close", Form.DAY),
    OWNER("owner_id", "Owner", Form.ID),
    NEXT_STEP("next_step", "Next step", Form.LINE),
    NEXT_ON("next_on", "Next step on", Form.DAY),
    COMPETITORS("competitors", "Competitors", Form.LINE),
    CLOSED_ON("closed_on", "Closed on", Form.DAY),
    REASON("reason", "Why it was won or lost", Form.LINE),
    NOTES("notes", "Notes", Form.WORDS);

    private static final int LINE = 500;
    private static final int WORDS = 20_000;

    private final String column;
    private final String label;
    private final Form form;

    DealField(String column, String label, Form form) {
        this.column = column;
        this.label = label;
        this.form = form;
    }

    /** How a field is written. */
    private enum Form {
        LINE("text"),
        WORDS("text"),
        CURRENCY("text"),
        ID("uuid"),
        NUMBER("numeric"),
        DAY("date");

        private final String type;

        Form(String type) {
            this.type = type;
        }
    }

    public String column() {
        return column;
    }

    /** As PostgreSQL calls what it holds. */
    public String type() {
        return form.type;
    }

    public String label() {
        return label;
    }

    /** As forms and the API call it: {@code closesOn}. */
    public String key() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1
                ? words[0]
                : words[0]
                        + words[1].substring(0, 1).toUpperCase(Locale.ROOT)
                        + words[1].substring(1);
    }

    public static Optional<DealField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /**
     * What was typed, in the field's one text form; empty clears it.
     *
     * @throws Refused when it cannot be used
     */
    public String read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            if (this == NAME) throw new Refused(key(), "Give the deal a name");
            return "";
        }
        if (text.indexOf('\0') >= 0) throw new Refused(key(), "A zero character is no text");
        return switch (form) {
            case LINE -> within(text.replaceAll("\\s+", " "), LINE);
            case WORDS -> within(text, WORDS);
            case CURRENCY -> currency(text);
            case ID -> id(text);
            case NUMBER -> amount(text);
            case DAY -> day(text);
        };
    }

    private String within(String text, int most) {
        if (text.length() > most) throw new Refused(key(), "At most " + most + " letters fit here");
        return text;
    }

    private String currency(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{3}"))
            throw new Refused(key(), "Three letters, such as EUR or USD");
        return code;
    }

    private String id(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException e) {
            throw new Refused(key(), "That is not one of those known");
        }
    }

    private String amount(String text) {
        return Amounts.read(text)
                .map(BigDecimal::toPlainString)
                .orElseThrow(() -> new Refused(key(), "A number, such as 12500 or 12,500.50"));
    }

    private String day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2999)
                throw new Refused(key(), "A day between 1900 and 2999");
            return day.toString();
        } catch (DateTimeException e) {
            throw new Refused(key(), "A day, such as 2026-12-31");
        }
    }
}
