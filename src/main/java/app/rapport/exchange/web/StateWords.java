package app.rapport.exchange.web;

import app.rapport.exchange.model.Progress.State;

/** The states of an import as people say them. */
final class StateWords {
    private StateWords() {}

    static String of(State state) {
        return switch (state) {
            case WAITING -> "waits its turn";
            case MAPPING -> "waits for a look at its columns";
            case RUNNING -> "is read";
            case STOPPED -> "stopped before its end";
            case PAUSED -> "paused";
            case DONE -> "finished";
            case FAILED -> "stopped by a fault";
            case CANCELLED -> "cancelled";
            case UNDONE -> "undone";
        };
    }
}
