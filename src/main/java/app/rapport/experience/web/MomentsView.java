package app.rapport.experience.web;

import app.rapport.conversations.Channel;
import app.rapport.conversations.Touch;
import app.rapport.experience.model.Measure;
import app.rapport.experience.model.Moment;
import app.rapport.experience.model.Occasion;
import app.rapport.kernel.Excerpt;
import app.rapport.ui.Choice;
import app.rapport.ui.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moments with one person, what was asked after them, and what may be asked now.
 *
 * @param touches the latest, which such a moment may have been
 * @param restsUntil until then they are not asked again
 * @param address where a question would go; empty where there is none
 */
public record MomentsView(
        String path,
        List<Moment> moments,
        List<Touch> touches,
        Optional<Instant> restsUntil,
        Optional<String> address) {

    public static List<Choice> occasions() {
        return Arrays.stream(Occasion.values())
                .map(one -> new Choice(one.word(), one.words()))
                .toList();
    }

    public static List<Choice> measures() {
        return Arrays.stream(Measure.values())
                .map(one -> new Choice(one.word(), one.title()))
                .toList();
    }

    public List<Choice> touchChoices(Times times) {
        return Stream.concat(
                        Stream.of(new Choice("", "No touch: the day below")),
                        touches.stream()
                                .filter(touch -> touch.at().isPresent())
                                .map(touch ->
                                        new Choice(touch.id().toString(), words(touch, times))))
                .toList();
    }

    private static String words(Touch touch, Times times) {
        String channel = touch.channel() == Channel.MAIL ? "Mail" : named(touch.channel());
        String subject = touch.subject().isEmpty() ? "" : ": " + touch.subject();
        return channel + " of " + times.shortDay(touch.at().orElseThrow()) + shortened(subject);
    }

    private static String named(Channel channel) {
        String word = channel.word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String shortened(String subject) {
        return Excerpt.of(subject, 60);
    }

    public boolean mayAsk(Moment moment) {
        return moment.asked().isEmpty() && restsUntil.isEmpty() && address.isPresent();
    }
}
