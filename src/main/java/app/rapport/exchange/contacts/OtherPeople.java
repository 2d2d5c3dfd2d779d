package app.rapport.exchange.contacts;

import java.util.regex.Pattern;

/**
 * Whoever made, owns or looks after a record, or stands beside its person, is not whom it is about:
 * their addresses are not the person's, and would make one person of all rows they stand in.
 */
final class OtherPeople {
    private static final Pattern WORDS =
            Pattern.compile(
                    ".*\\b(owner|owners|owned|assigned|assignee|assigner|creator|author|responsible|rep|reps"
                            + "|salesperson|user|users|agent|assistants?|spouse|partner|managers?|referred"
                            + "|referrer|reports to|parent|(created|modified|updated|added|imported|changed"
                            + "|edited|invited|approved|closed) by|account executive"
                            + "|\\w*eigentumer\\w*|\\w*inhaber\\w*|besitzer\\w*|\\w*betreuer\\w*|\\w*bearbeiter\\w*"
                            + "|zustandig\\w*|verantwortlich\\w*|\\w*vorgesetzte\\w*|assistent\\w*|benutzer"
                            + "|(erstellt|angelegt|geandert|bearbeitet|importiert) (von|durch)|zugewiesen an"
                            + "|proprietaire|responsable|utilisateur|conjoint|assistante|commercial"
                            + "|(cree|modifie|ajoute|importe) par|(attribue|assigne) a"
                            + "|propietario|usuario|conyuge|asistente|(creado|modificado|importado) por|asignado a"
                            + "|proprietario|responsabile|utente|coniuge|assistente|(creato|modificato) da|assegnato a"
                            + "|responsavel|(criado|atribuido|modificado) (por|a)"
                            + "|eigenaar|verantwoordelijke|gebruiker|(aangemaakt|gewijzigd) door|toegewezen aan"
                            + "|wlasciciel|opiekun|agare|ansvarig|ejer)\\b.*");

    private OtherPeople() {}

    /**
     * @param words a header as {@link HeaderWords#fold} writes it
     */
    static boolean in(String words) {
        return WORDS.matcher(words).matches();
    }
}
