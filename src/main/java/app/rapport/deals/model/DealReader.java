package app.rapport.deals.model;

import app.rapport.access.Refused;
import app.rapport.exchange.contacts.Days;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads rows of an export of deals, whichever program wrote it. */
public final class DealReader {
    private static final Pattern WON = Pattern.compile("(closed )?won|gewonnen|gagnee?|ganada");
    private static final Pattern LOST = Pattern.compile("(closed )?lost|verloren|perdue?|perdida");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");

    private final Map<String, Optional<DealColumn>> columns = new HashMap<>();
    private final boolean monthFirst;

    /**
     * @param rows cells by their headers: all of a batch, as they tell how days are written
     */
    public DealReader(List<Map<String, String>> rows) {
        List<String> days = new ArrayList<>();
        for (Map<String, String> cells : rows)
            cells.forEach((header, cell) -> {
                if (column(header).filter(DealReader::isDay).isPresent()) days.add(cell);
            });
        this.monthFirst = Days.monthFirst(days);
    }

    private Optional<DealColumn> column(String header) {
        return columns.computeIfAbsent(header, DealColumn::of);
    }

    private static boolean isDay(DealColumn column) {
        return switch (column) {
            case CLOSES, CLOSED, CREATED, NEXT_ON -> true;
            default -> false;
        };
    }

    public DealRow read(Map<String, String> cells) {
        Map<DealColumn, String> said = new EnumMap<>(DealColumn.class);
        Map<String, String> extra = new LinkedHashMap<>();
        cells.forEach((header, cell) -> {
            Optional<DealColumn> column = column(header).filter(one -> !said.containsKey(one));
            if (column.isPresent()) said.put(column.get(), cell.strip());
            else extra.put(header, cell.strip());
        });
        Optional<Boolean> won = won(said);
        String account = get(said, DealColumn.ACCOUNT);
        return new DealRow(
                get(said, DealColumn.ID),
                texts(said, won.isPresent(), account, extra),
                get(said, DealColumn.STAGE),
                won,
                isYes(get(said, DealColumn.DELETED)),
                get(said, DealColumn.OWNER),
                account,
                get(said, DealColumn.ACCOUNT_ID),
                domain(get(said, DealColumn.DOMAIN)),
                mails(get(said, DealColumn.MAIL)),
                Days.moment(get(said, DealColumn.CREATED), monthFirst),
                extra);
    }

    private static String get(Map<DealColumn, String> said, DealColumn column) {
        return said.getOrDefault(column, "");
    }

    private static boolean isYes(String cell) {
        return cell.matches("(?i)true|yes|1|x|ja|oui");
    }

    private static Optional<Boolean> won(Map<DealColumn, String> said) {
        String stage = get(said, DealColumn.STAGE).toLowerCase(Locale.ROOT);
        if (WON.matcher(stage).matches() || isYes(get(said, DealColumn.WON)))
            return Optional.of(true);
        boolean lost = LOST.matcher(stage).matches() || isYes(get(said, DealColumn.CLOSED_FLAG));
        return lost ? Optional.of(false) : Optional.empty();
    }

    private Map<DealField, String> texts(
            Map<DealColumn, String> said,
            boolean decided,
            String account,
            Map<String, String> extra) {
        Map<DealField, String> texts = new EnumMap<>(DealField.class);
        put(texts, DealField.NAME, name(said, account), extra);
        put(texts, DealField.AMOUNT, get(said, DealColumn.AMOUNT), extra);
        put(texts, DealField.CURRENCY, get(said, DealColumn.CURRENCY), extra);
        put(texts, DealField.COMPETITORS, get(said, DealColumn.COMPETITORS), extra);
        put(texts, DealField.NEXT_STEP, get(said, DealColumn.NEXT_STEP), extra);
        put(texts, DealField.REASON, get(said, DealColumn.REASON), extra);
        put(texts, DealField.NOTES, get(said, DealColumn.NOTES), extra);
        day(texts, DealField.CLOSES_ON, get(said, DealColumn.CLOSES), extra);
        day(texts, DealField.NEXT_ON, get(said, DealColumn.NEXT_ON), extra);
        String closed = get(said, DealColumn.CLOSED);
        // of what is decided the day expected is the day on which it was, where nothing else is
        // said
        if (decided)
            day(
                    texts,
                    DealField.CLOSED_ON,
                    closed.isEmpty() ? get(said, DealColumn.CLOSES) : closed,
                    extra);
        String product = get(said, DealColumn.PRODUCT);
        if (!product.isEmpty() && !product.equals(texts.get(DealField.NAME)))
            extra.put("Product", product);
        return texts;
    }

    /** What has no name is called by what is sold, and to whom. */
    private static String name(Map<DealColumn, String> said, String account) {
        String name = get(said, DealColumn.NAME);
        String product = get(said, DealColumn.PRODUCT);
        if (!name.isEmpty()) return name;
        if (product.isEmpty()) return account;
        return account.isEmpty() ? product : product + " for " + account;
    }

    /** What cannot be used in its field is kept beside it. */
    private static void put(
            Map<DealField, String> texts, DealField field, String cell, Map<String, String> extra) {
        if (cell.isEmpty()) return;
        try {
            texts.put(field, field.read(cell));
        } catch (Refused e) {
            extra.put(field.label(), cell);
        }
    }

    private void day(
            Map<DealField, String> texts, DealField field, String cell, Map<String, String> extra) {
        if (cell.isEmpty()) return;
        Optional<LocalDate> day =
                Days.day(cell, monthFirst)
                        .or(() ->
                                Days.moment(cell, monthFirst)
                                        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC)));
        put(texts, field, day.map(LocalDate::toString).orElse(cell), extra);
    }

    private static String domain(String cell) {
        String host =
                cell.toLowerCase(Locale.ROOT)
                        .replaceFirst("^[a-z]+://", "")
                        .replaceFirst("^www\\.", "")
                        .replaceFirst("[/?#:].*$", "");
        return host.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+") ? host : "";
    }

    private static List<String> mails(String cell) {
        return MAIL.matcher(cell.toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }
}
