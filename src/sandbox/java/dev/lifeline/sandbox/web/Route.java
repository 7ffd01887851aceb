package dev.lifeline.sandbox.web;

/** How is one call answered? Runs on a thread of its own and may block. */
@FunctionalInterface
public interface Route {
    HttpResponse handle(HttpRequest httpRequest) throws Exception;
}
