package dev.lifeline.sandbox.slack.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One Web API method.
 *
 * @param token which token it takes
 * @param scopes of which the token must have one; none means it needs none
 */
record Method(String name, Tier tier, Token token, List<String> scopes, Deed deed) {

    /** What the method does; the answer gets {@code ok:true}. */
    interface Deed {
        ObjectNode answer(Arguments arguments) throws Refused;
    }

    static Method bot(String name, Tier tier, Deed deed, String... scopes) {
        return new Method(name, tier, Token.BOT, List.of(scopes), deed);
    }
}
