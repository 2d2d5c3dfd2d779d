package app.rapport.promises.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatingForecastTest {
    private static final Path GIVEN =
            Path.of(
                    System.getenv().getOrDefault("RAPPORT_TEST_DATA", "../shared/data"),
                    "trust-bitcoin-otc");
    private static final Instant START = Instant.parse("2024-03-01T08:00:00Z");

    private static Rating rating(String rater, String ratee, int value, int hour) {
        return new Rating(rater, ratee, value, START.plusSeconds(3600L * hour));
    }

    private static List<Double> forecasts(List<Rating> ratings) {
        RatingForecast forecast = new RatingForecast();
        List<Double> chances = new ArrayList<>();
        for (Rating rating : ratings) {
            chances.add(forecast.positive(rating.rater(), rating.ratee(), rating.at()));
            forecast.learn(rating);
        }
        return chances;
    }

    /** Twelve people, of whom a third is seldom worth a good word. */
    private static List<Rating> market(long seed, int count) {
        Random random = new Random(seed);
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int ratee = random.nextInt(12);
            boolean good = random.nextDouble() < (ratee < 4 ? .2 : .97);
            String rater = "p" + (ratee + 1 + random.nextInt(11)) % 12;
            int value = (good ? 1 : -1) * (1 + random.nextInt(10));
            ratings.add(rating(rater, "p" + ratee, value, i));
        }
        return ratings;
    }

    @Test
    void no_forecast_knows_its_own_rating_or_a_later_one() {
        List<Rating> ratings = market(1, 300);
        List<Double> whole = forecasts(ratings);
        List<Rating> turned = new ArrayList<>(ratings.subList(0, 200));
        for (Rating r : ratings.subList(200, 300))
            turned.add(new Rating(r.rater(), r.ratee(), -r.value(), r.at()));

        assertThat(forecasts(turned).subList(0, 201)).isEqualTo(whole.subList(0, 201));
        assertThat(forecasts(turned).subList(201, 300)).isNotEqualTo(whole.subList(201, 300));
    }

    @Test
    void who_disappointed_many_is_expected_to_disappoint_again() {
        RatingForecast forecast = new RatingForecast();
        market(2, 600).forEach(forecast::learn);
        Instant later = START.plusSeconds(3600L * 601);

        assertThat(forecast.positive("p9", "p1", later)).isLessThan(.5);
        assertThat(forecast.positive("p9", "p8", later)).isGreaterThan(.85);
        assertThat(forecast.positive("new", "newer", later)).isBetween(.3, .95);
    }

    @Test
    void who_rates_again_and_again_speaks_with_one_voice() {
        Opinions opinions = new Opinions();
        opinions.add(rating("me", "friend", 10, 0));
        opinions.add(rating("me", "other", 10, 0));
        opinions.add(rating("other", "shop", -10, 1));
        for (int hour = 2; hour < 300; hour++) opinions.add(rating("friend", "shop", 10, hour));

        Opinions.Hearsay heard = opinions.heard("me", "shop");
        assertThat(heard.good()).isEqualTo(heard.bad());
        assertThat(heard.good()).isEqualTo(1);
    }

    @Test
    void without_any_rating_the_usual_is_said() {
        assertThat(new RatingForecast().positive("a", "b", START)).isBetween(.85, .95);
    }

    @Test
    void a_real_market_is_forecast_as_well_as_the_docs_say() throws IOException {
        assumeThat(GIVEN).exists();
        List<Rating> ratings = given();
        List<Double> chances = forecasts(ratings);

        double loss = 0;
        for (int i = 3000; i < ratings.size(); i++) {
            double p = chances.get(i);
            loss -= Math.log(ratings.get(i).isPositive() ? p : 1 - p);
        }
        assertThat(loss / (ratings.size() - 3000)).isLessThan(.072);
    }

    private static List<Rating> given() throws IOException {
        try (Stream<Path> files = Files.list(GIVEN)) {
            Path file = files.filter(f -> f.toString().endsWith(".csv")).findFirst().orElseThrow();
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(RatingForecastTest::parsed)
                    .toList();
        }
    }

    private static Rating parsed(String[] cells) {
        Instant at = Instant.ofEpochMilli((long) (1000 * Double.parseDouble(cells[3])));
        return new Rating(cells[0], cells[1], Integer.parseInt(cells[2]), at);
    }
}
