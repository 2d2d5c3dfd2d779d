package app.rapport.deals.model;

import java.util.Locale;
import java.util.Optional;

/** What a column of an export of deals says, by its header; in the words of many programs. */
enum DealColumn {
    ID("id|record id"),
    NAME("name|title|subject|titel|bezeichnung|nom|nombre"),
    STAGE("stage|stage name|sales stage|pipeline stage|phase|verkaufsphase|etape|etapa"),
    AMOUNT("amount|value|close value|total|deal value|betrag|wert|montant|importe|revenue"),
    CURRENCY("currency|currency iso code|currency code|waehrung|währung|devise|moneda"),
    CLOSES(
            "close date|closing date|expected close date|expected close|close|abschlussdatum|date de cloture"),
    CLOSED("closed at|closed on|won time|lost time|actual close date|closed date"),
    CREATED("create date|created date|created at|created on|created|engage date|add time"),
    OWNER("owner|owner name|owner id|sales agent|sales rep|user|user id|assigned to|inhaber"),
    ACCOUNT(
            "account|account name|company|company name|organization|organisation|organization name|associated company|customer|firma"),
    ACCOUNT_ID("account id|company id|organization id|organisation id"),
    DOMAIN("associated company domain|company domain|company domain name|domain"),
    MAIL("associated contact email|contact email|person email|email|contact"),
    REASON("closed lost reason|lost reason|loss reason|closed won reason|reason"),
    NEXT_STEP("next step|next steps|next activity"),
    NEXT_ON("next step on|next activity date"),
    COMPETITORS("competitor|competitors|main competitor|main competitors"),
    NOTES("description|notes|note|beschreibung"),
    PRODUCT("product|product name"),
    WON("is won|won"),
    CLOSED_FLAG("is closed"),
    DELETED("is deleted|deleted");

    private final String words;

    DealColumn(String words) {
        this.words = words;
    }

    static Optional<DealColumn> of(String header) {
        String whole = folded(header);
        String bare = whole.replaceFirst("^(deal|opportunity|lead|opp) (?=.)", "");
        for (DealColumn column : values())
            if (whole.matches(column.words) || bare.matches(column.words))
                return Optional.of(column);
        return Optional.empty();
    }

    /** "StageName", "deal_stage" and "Deal - Stage" are words. */
    private static String folded(String header) {
        return header.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
