package app.rapport.exchange.contacts;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs by headers that only they write; for people to see, reading does not depend on it. */
final class Layouts {
    private static final Map<String, List<String>> SIGNS = new LinkedHashMap<>();

    static {
        sign("Google Contacts", "given name", "family name", "group membership");
        sign("Google Contacts", "first name", "last name", "phonetic first name", "labels");
        sign("LinkedIn", "first name", "last name", "company", "position", "connected on");
        sign("Outlook", "email address", "email 2 address", "business phone");
        sign("Outlook", "email address", "email 2 address", "mobile phone", "job title");
        sign("Thunderbird", "display name", "primary email", "first name");
        sign("HubSpot companies", "company name", "company domain name");
        sign("HubSpot deals", "deal name", "deal stage", "pipeline");
        sign("HubSpot contacts", "lifecycle stage", "email", "first name");
        sign("Salesforce opportunities", "id", "stage name", "close date");
        sign("Salesforce contacts", "id", "account id", "last name", "email");
        sign("Salesforce leads", "id", "last name", "company", "lead source");
        sign("Salesforce accounts", "id", "name", "billing city", "owner id");
        sign("Pipedrive", "person name", "organization name");
        sign("Pipedrive", "deal title", "person name");
        sign("Krayin", "emails", "contact numbers");
        sign("Krayin leads", "lead value", "lead pipeline id");
        sign("Mailchimp", "email address", "optin time");
        sign("Mailchimp", "email address", "member rating");
        sign("Zoho", "record id", "contact owner", "first name");
        sign("Dynamics 365", "do not modify contact");
        sign("Dynamics 365", "do not modify account");
        sign("Copper", "name", "email domain", "assignee");
        sign("Capsule", "type", "first name", "organisation", "email address");
        sign("Freshsales", "first name", "work", "sales account");
        sign("Yahoo", "first", "middle", "last", "messenger id");
    }

    private Layouts() {}

    static Optional<String> of(List<String> headers) {
        Set<String> folded = new HashSet<>();
        for (String header : headers) folded.add(HeaderWords.fold(header));
        return SIGNS.entrySet().stream()
                .filter(sign -> folded.containsAll(sign.getValue()))
                .map(sign -> sign.getKey().replaceFirst("#\\d+$", ""))
                .findFirst();
    }

    /** What the rows of such a layout are; empty where the program writes several kinds alike. */
    static Optional<FileKind> kind(List<String> headers) {
        return of(headers)
                .map(layout -> layout.substring(layout.lastIndexOf(' ') + 1))
                .flatMap(word ->
                        switch (word) {
                            case "companies", "accounts" -> Optional.of(FileKind.COMPANIES);
                            case "deals", "opportunities" -> Optional.of(FileKind.DEALS);
                            default -> Optional.empty();
                        });
    }

    private static void sign(String program, String... headers) {
        SIGNS.put(program + "#" + SIGNS.size(), List.of(headers));
    }
}
