package app.rapport.calls.model;

import app.rapport.kernel.PersonId;
import java.util.Optional;

/**
 * Somebody whom notes name, or a company.
 *
 * @param person empty for a company
 */
public record Named(String name, String href, Optional<PersonId> person) {}
