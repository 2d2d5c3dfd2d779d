package app.rapport.kills;

/** Who dies. */
enum Victim {
    APP,
    DATABASE,
    BOTH;

    boolean isApp() {
        return this != DATABASE;
    }

    boolean isDatabase() {
        return this != APP;
    }

    String word() {
        return switch (this) {
            case APP -> "program";
            case DATABASE -> "PostgreSQL";
            case BOTH -> "both";
        };
    }
}
