package dev.lifeline.sandbox.web;

/** Answers requests. Called on a server thread and may block. */
@FunctionalInterface
public interface Route {
    HttpResponse handle(HttpRequest httpRequest) throws Exception;
}
