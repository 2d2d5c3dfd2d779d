package app.rapport.exchange.web;

import app.rapport.exchange.UsProposal;
import app.rapport.kernel.ImportId;
import app.rapport.ui.Page;
import java.util.Optional;

/**
 * "Who is us?", asked where mail comes in.
 *
 * @param proposal empty while there is nothing to say yes to
 * @param waits whether more mail may still bring it up
 */
public record UsQuestion(ImportId id, Optional<UsProposal> proposal, boolean waits)
        implements Page {}
