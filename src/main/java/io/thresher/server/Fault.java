package io.thresher.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One thing that is wrong with a request. At most one of the places is there.
 *
 * @param pointer JSON pointer into the body, such as {@code /budget/time}
 * @param parameter name of a query or form parameter
 * @param column name of a column of the uploaded table
 * @param message what is wrong and what would be accepted
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Fault(Optional<String> pointer, Optional<String> parameter, Optional<String> column, String message) {

    /** A fault in the body. */
    public static Fault at(String pointer, String message) {
        return new Fault(Optional.of(pointer), Optional.empty(), Optional.empty(), message);
    }

    /** A fault in a query or form parameter. */
    public static Fault ofParameter(String parameter, String message) {
        return new Fault(Optional.empty(), Optional.of(parameter), Optional.empty(), message);
    }

    /** A fault in a column of a table. */
    public static Fault inColumn(String column, String message) {
        return new Fault(Optional.empty(), Optional.empty(), Optional.of(column), message);
    }

    /** A fault of the whole. */
    public static Fault of(String message) {
        return new Fault(Optional.empty(), Optional.empty(), Optional.empty(), message);
    }
}
