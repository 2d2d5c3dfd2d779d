package app.rapport.conversations;

import java.util.regex.Pattern;

/** Addresses behind which nobody sits: they never become people to call. */
final class MachineAddress {
    private static final Pattern MACHINE =
            Pattern.compile(
                    "(?i)^(?:no[._-]?reply|do[._-]?not[._-]?reply|donotreply|noreply|mailer-daemon|postmaster|majordomo|listserv|newsletter|bounces?|notifications?|undisclosed[._-]?recipients|unsubscribe|list-[a-z]+|[a-z0-9._-]+-(?:request|owner|bounces|unsubscribe|subscribe|admin)|owner-[a-z0-9._-]+|all[._-](?:employees|staff|users)|everyone|.*(?:@lists?\\.|@googlegroups\\.|@yahoogroups\\.|@.*\\.lists\\.|@reply\\.github\\.com|@noreply\\.).*)(?:[+].*)?(?:@.*)?$");

    private MachineAddress() {}

    static boolean is(String key) {
        return MACHINE.matcher(key).matches();
    }
}
