package app.rapport.access.openid;

/**
 * A login that is under way at a provider: what its answer has to fit.
 *
 * @param nonce stands hashed in the request, and so in the token that answers it
 * @param verifier proves that who brings the code is who began (PKCE)
 */
public record Begun(String state, String nonce, String verifier) {}
