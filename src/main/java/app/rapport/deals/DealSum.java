package app.rapport.deals;

import app.rapport.deals.model.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** How many deals of one stage and currency there are, and what they come to. */
public record DealSum(UUID stage, String currency, long deals, BigDecimal amount) {
    public static long deals(List<DealSum> sums) {
        return sums.stream().mapToLong(DealSum::deals).sum();
    }

    /** "12,500 EUR and 3,000 USD": money of different currencies is never added up. */
    public static String words(List<DealSum> sums) {
        return sums.stream()
                .collect(
                        Collectors.groupingBy(
                                DealSum::currency,
                                java.util.TreeMap::new,
                                Collectors.reducing(
                                        BigDecimal.ZERO, DealSum::amount, BigDecimal::add)))
                .entrySet()
                .stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> Amounts.words(sum.getValue(), sum.getKey()))
                .collect(Collectors.joining(" and "));
    }
}
