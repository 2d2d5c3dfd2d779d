package app.rapport.bargaining.course;

/**
 * How a side came down (Faratin, Sierra and Jennings 1998, Negotiation decision functions for
 * autonomous agents, Robotics and Autonomous Systems 24:159-182; Boulware is named after Lemuel
 * Boulware of General Electric, see Raiffa 1982, chapter 4).
 */
public enum Concessions {
    /** Fewer than three offers say nothing. */
    UNKNOWN,
    /** Nothing to speak of was given. */
    NONE,
    /** Little until late. */
    BOULWARE,
    /** The same in each span of time. */
    LINEAR,
    /** Most at once. */
    CONCEDER,
    /** As much as was given to them just before. */
    TIT_FOR_TAT
}
