package app.rapport.kills;

/** A contact made by a program that asks again under the same key when nobody answers. */
final class Created extends Deed {
    Created(World world, String tag) {
        super(world, tag);
    }

    @Override
    void ask() throws Exception {
        world.client()
                .post("/contacts", Contacts.named("Ida", tag), "Idempotency-Key", "make " + tag);
    }

    @Override
    void release() throws Exception {
        world.execute(
                "UPDATE idempotent_answer SET at = at - interval '3 minutes' WHERE status IS NULL");
    }

    /** Whoever got no answer asks again, whether or not it was done. */
    @Override
    Standing standing(Facts before, Facts difference) throws Exception {
        Standing standing = super.standing(before, difference);
        if (standing == Standing.DONE) {
            ask();
            super.standing(before, difference);
        }
        return standing;
    }
}
