package app.rapport.demo.model;

import app.rapport.people.Role;

/** Somebody who works at a made-up customer. */
public record Person(
        String given, String family, String title, Role role, String address, String phone) {
    public String name() {
        return given + " " + family;
    }

    String mailbox() {
        return name() + " <" + address + ">";
    }
}
