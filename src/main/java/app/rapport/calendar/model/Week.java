package app.rapport.calendar.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Seven days as they are drawn: where each meeting stands by the clock on the wall, and which stand
 * side by side.
 *
 * @param firstHour and {@code lastHour} what of the day is drawn, {@code lastHour} exclusive
 */
public record Week(LocalDate first, List<Day> days, int firstHour, int lastHour) {
    private static final int USUAL_FIRST = 8;
    private static final int USUAL_LAST = 18;
    private static final int QUARTER = 15;
    private static final int DAY = 24 * 60;

    /** What is shorter is drawn as long, so that its title can be read. */
    private static final int SHORTEST = 30;

    /** More than that at once cannot be told apart side by side. */
    private static final int MOST_LANES = 4;

    public record Day(LocalDate date, List<Meeting> whole, List<Block> blocks) {
        public boolean isEmpty() {
            return whole.isEmpty() && blocks.isEmpty();
        }
    }

    /**
     * A meeting on one day.
     *
     * @param from minutes since midnight on the wall, {@code to} likewise
     * @param lane from 0, of {@code lanes} side by side
     */
    public record Block(Meeting meeting, int from, int to, int lane, int lanes) {

        private Block in(int number, int all) {
            return new Block(meeting, from, to, number, all);
        }

        /** Quarters of an hour after that hour. */
        public int quarter(int hour) {
            return (from - hour * 60) / QUARTER;
        }

        public int quarters() {
            return Math.max((to - from + QUARTER - 1) / QUARTER, SHORTEST / QUARTER);
        }
    }

    /** The first day of the week that holds that day. */
    public static LocalDate beginning(LocalDate day, DayOfWeek weekBegins) {
        return day.with(TemporalAdjusters.previousOrSame(weekBegins));
    }

    /** Early enough for whole days, which begin at midnight UTC, in every zone. */
    public static Instant from(LocalDate first) {
        return first.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofHours(14));
    }

    public static Instant to(LocalDate first) {
        return first.plusDays(7)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofHours(14));
    }

    public static Week of(LocalDate first, ZoneId zone, List<Meeting> meetings) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) days.add(day(first.plusDays(i), zone, meetings));
        List<Block> all = days.stream().flatMap(day -> day.blocks().stream()).toList();
        int firstHour = all.stream().mapToInt(block -> block.from() / 60).min().orElse(DAY);
        int lastHour = all.stream().mapToInt(block -> (block.to() + 59) / 60).max().orElse(0);
        return new Week(
                first, days, Math.min(USUAL_FIRST, firstHour), Math.max(USUAL_LAST, lastHour));
    }

    private static Day day(LocalDate date, ZoneId zone, List<Meeting> meetings) {
        List<Meeting> here =
                meetings.stream()
                        .filter(one -> !one.firstDay(zone).isAfter(date))
                        .filter(one -> !one.lastDay(zone).isBefore(date))
                        .toList();
        List<Block> blocks =
                here.stream()
                        .filter(one -> !isWhole(one))
                        .map(one -> block(one, date, zone))
                        .sorted(Comparator.comparingInt(Block::from))
                        .toList();
        return new Day(date, here.stream().filter(Week::isWhole).toList(), sideBySide(blocks));
    }

    /** A trade fair of three days has hours, and is still no part of the clock. */
    private static boolean isWhole(Meeting one) {
        return one.allDay() || Duration.between(one.start(), one.end()).toHours() >= 24;
    }

    private static Block block(Meeting one, LocalDate date, ZoneId zone) {
        int from = one.firstDay(zone).equals(date) ? minute(one.start(), zone) : 0;
        int to = one.lastDay(zone).equals(date) ? minute(one.end(), zone) : DAY;
        // ends at midnight, or is longer by the clock than on the wall, when that is set back
        if (to <= from)
            to = one.end().isAfter(one.start()) && to == 0 ? DAY : Math.min(from + SHORTEST, DAY);
        return new Block(one, Math.min(from, DAY - SHORTEST), Math.max(to, from), 0, 1);
    }

    private static int minute(Instant at, ZoneId zone) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return time.getHour() * 60 + time.getMinute();
    }

    private static List<Block> sideBySide(List<Block> blocks) {
        List<Block> placed = new ArrayList<>();
        List<Block> cluster = new ArrayList<>();
        int end = -1;
        for (Block block : blocks) {
            if (block.from() >= end) {
                placed.addAll(lanes(cluster));
                cluster.clear();
            }
            cluster.add(block);
            end = Math.max(end, Math.max(block.to(), block.from() + SHORTEST));
        }
        placed.addAll(lanes(cluster));
        return placed;
    }

    private static List<Block> lanes(List<Block> cluster) {
        List<Integer> ends = new ArrayList<>();
        List<Block> placed = new ArrayList<>();
        for (Block block : cluster) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > block.from()) lane++;
            if (lane == ends.size()) ends.add(0);
            ends.set(lane, Math.max(block.to(), block.from() + SHORTEST));
            placed.add(block.in(Math.min(lane, MOST_LANES - 1), 0));
        }
        int all = Math.min(ends.size(), MOST_LANES);
        return placed.stream().map(block -> block.in(block.lane(), all)).toList();
    }
}
