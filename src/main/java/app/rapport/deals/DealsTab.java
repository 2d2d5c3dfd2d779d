package app.rapport.deals;

/**
 * Socket: a room's page beside the lists of deals.
 *
 * @param order smaller stands further left
 */
public record DealsTab(String title, String href, int order) {}
