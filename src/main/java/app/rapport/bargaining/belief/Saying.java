package app.rapport.bargaining.belief;

import app.rapport.bargaining.Utility;

/** What they said of their own wishes. Taken to be true nine times in ten. */
public sealed interface Saying {
    /** "The term matters more to us than the price." */
    record MattersMore(int issue, int than) implements Saying {
        @Override
        public boolean agrees(Utility theirs) {
            return range(theirs, issue) >= range(theirs, than);
        }

        private static double range(Utility theirs, int issue) {
            return theirs.best(issue) - theirs.worst(issue);
        }
    }

    /** "We would rather have 60 days than 30." */
    record Prefers(int issue, int option, int than) implements Saying {
        @Override
        public boolean agrees(Utility theirs) {
            return theirs.of(issue, option) >= theirs.of(issue, than);
        }
    }

    boolean agrees(Utility theirs);
}
