package app.rapport.access.openid;

/**
 * What a provider knows us by.
 *
 * @param issuer the provider's own address, as its tokens name it
 * @param redirect where it sends people back to; each workspace has one of its own, so that the
 *     answer of one provider is never taken for another's
 */
public record ProviderAccount(
        String issuer, String clientId, String clientSecret, String redirect) {}
