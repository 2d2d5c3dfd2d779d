package app.rapport.ui;

/**
 * Something cannot be shown.
 *
 * @param retry whether trying again makes sense
 */
public record ErrorPage(int status, String title, String text, boolean retry) implements Page {
    static ErrorPage of(int status, String number) {
        return switch (status) {
            case 404 ->
                    new ErrorPage(
                            404,
                            "Nothing is here",
                            "The address is wrong, or what was here is gone. Nothing of yours is lost by it.",
                            false);
            case 403 ->
                    new ErrorPage(
                            403,
                            "This was not done",
                            "You may not do this, or the page was open for too long. Go back, load it again, and repeat what you did.",
                            false);
            case 500 ->
                    new ErrorPage(
                            500,
                            "This page could not be made",
                            "Nothing was lost. Try again, or send this number to your admin: "
                                    + number
                                    + ".",
                            true);
            default ->
                    new ErrorPage(
                            status,
                            "This could not be done",
                            "The request was not understood (" + status + "). Nothing was changed.",
                            false);
        };
    }
}
