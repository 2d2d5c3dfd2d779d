package app.rapport.exchange.contacts;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that say which of several addresses or numbers one is. */
final class LabelWords {
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        say(
                "work",
                "work business office professional corporate geschaftlich geschaft buro arbeit dienstlich bureau travail professionnel professionnelle pro trabajo laboral oficina lavoro ufficio werk zakelijk zakelijke trabalho comercial empresarial sluzbowy praca arbete arbejde 勤務先 hq");
        say(
                "home",
                "home private personal privat private prive privee perso personnel personnelle maison domicile casa domicilio particular personale abitazione privato privata thuis residencial pessoal prywatny dom hem hjem 自宅");
        say("mobile", "mobile cell mobil movil celular cellulare mobiel portable handy");
        say("fax", "fax");
        say(
                "other",
                "other weitere weiterer weiteres andere anderer anderes sonstige autre otro otra altro altra overig overige outro outra inny annan");
        say("mailing", "mailing postanschrift");
        say("billing", "billing rechnung facturation facturacion fatturazione");
        say("shipping", "shipping delivery lieferung livraison envio spedizione");
        say(
                "",
                "main primary secondary tertiary alternate alternative additional alt direct default haupt principal principale principales");
        say("company", "company switchboard headquarters");
        say("linkedin", "linkedin");
    }

    private LabelWords() {}

    /** "work" for "business" or "dienstlich"; empty for "primary"; null for any other word. */
    static @Nullable String of(String word) {
        return WORDS.get(word);
    }

    private static void say(String label, String words) {
        for (String word : words.split(" ")) WORDS.put(word, label);
    }
}
