package app.rapport.conversations.web;

import app.rapport.conversations.Conversations;
import app.rapport.kernel.PersonColumn;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What conversations say in the list of people: the last talk, and twelve weeks of rhythm. */
final class Columns {
    private Columns() {}

    @Component
    static final class LastTalk implements PersonColumn {
        private final Conversations conversations;

        LastTalk(Conversations conversations) {
            this.conversations = conversations;
        }

        @Override
        public Heading heading() {
            return new Heading("last", "Last talk", 20, true);
        }

        @Override
        public Map<PersonId, Cell> cells(Viewer viewer, Collection<PersonId> people, Instant at) {
            Map<PersonId, Cell> cells = new HashMap<>();
            conversations
                    .lastBeats(viewer, people)
                    .forEach((person, beat) ->
                            cells.put(
                                    person,
                                    new Cell(
                                            "conversations/LastTalkCell.jte",
                                            beat,
                                            beat.at().toString())));
            return cells;
        }
    }

    @Component
    static final class Rhythm implements PersonColumn {
        private final Conversations conversations;

        Rhythm(Conversations conversations) {
            this.conversations = conversations;
        }

        @Override
        public Heading heading() {
            return new Heading("rhythm", "Rhythm, 12 weeks", 30, true);
        }

        @Override
        public Map<PersonId, Cell> cells(Viewer viewer, Collection<PersonId> people, Instant at) {
            Map<PersonId, Cell> cells = new HashMap<>();
            conversations
                    .beats(viewer, people, at.minus(SmallStrip.SHOWN), at)
                    .forEach((person, beats) -> {
                        SmallStrip strip = SmallStrip.of(beats, at);
                        cells.put(
                                person,
                                new Cell("conversations/RhythmCell.jte", strip, strip.finding()));
                    });
            return cells;
        }
    }
}
