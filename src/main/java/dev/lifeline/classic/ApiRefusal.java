package dev.lifeline.classic;

/** The provider answered a question with an error; never leaves this package. */
final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApiError error;

    ApiRefusal(ApiError error) {
        super(error.detail());
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
