package app.rapport.deals.web;

import app.rapport.access.Refused;
import app.rapport.deals.Deal;
import app.rapport.deals.model.DealField;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands in the form of a deal; the company is named, not chosen.
 *
 * @param texts by the keys of the fields
 */
public record DealForm(Map<String, String> texts) {
    public DealForm {
        texts = Map.copyOf(texts);
    }

    static DealForm of(Deal deal) {
        Map<String, String> texts = new LinkedHashMap<>();
        deal.texts().forEach((field, text) -> texts.put(field.key(), text));
        texts.put(DealField.ACCOUNT.key(), deal.accountName());
        return new DealForm(texts);
    }

    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** The form with what was sent of it; a page may send one field alone. */
    DealForm with(Map<String, String> sent) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.putAll(sent);
        return new DealForm(all);
    }

    /** Resolves a company's name. */
    interface Companies {
        /**
         * @throws Refused when it cannot be used
         */
        String id(String name);
    }

    Map<DealField, String> fields(Companies companies) {
        Map<DealField, String> given = new EnumMap<>(DealField.class);
        texts.forEach((key, text) ->
                DealField.of(key)
                        .ifPresent(field ->
                                given.put(
                                        field,
                                        field == DealField.ACCOUNT && !text.isBlank()
                                                ? companies.id(text.strip())
                                                : text)));
        return given;
    }
}
