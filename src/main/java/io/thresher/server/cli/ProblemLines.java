package io.thresher.server.cli;

import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says on a terminal what a command cannot do, and leaves with status 2; anything else is a fault of the program. */
final class ProblemLines implements IExecutionExceptionHandler {
    private static final int REFUSED = 2;

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (!(problem instanceof ProblemException refused)) {
            throw problem;
        }
        PrintWriter out = command.getErr();
        boolean explained = refused.problem().errors().isEmpty();
        out.println(explained ? refused.problem().detail() : refused.problem().title() + ":");
        refused.problem().errors().forEach(fault -> out.println("  - " + line(fault)));
        return REFUSED;
    }

    /** With what it is about, by its name in REST: many messages say only what would be accepted. */
    private static String line(Fault fault) {
        return fault.pointer()
                        .map(pointer -> pointer.substring(1).replace('/', '.') + ": ")
                        .orElse("")
                + fault.message();
    }
}
