package app.rapport.exchange.out;

import app.rapport.kernel.MemberId;

/** What a member is called in a table: the address by which they log in. */
@FunctionalInterface
public interface Names {
    String of(MemberId member);
}
