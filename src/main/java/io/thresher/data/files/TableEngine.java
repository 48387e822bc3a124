package io.thresher.data.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Timer;
import java.util.TimerTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.duckdb.DuckDBDriver;

/**
 * A DuckDB of one's own: in memory, with a lid on memory and threads, unable to touch any file outside one folder or
 * to load extensions. What DuckDB reports as an error comes out as {@link UncheckedIOException}.
 */
public final class TableEngine implements AutoCloseable {
    private final Connection connection;

    private TableEngine(Connection connection) {
        this.connection = connection;
    }

    /**
     * Starts an engine.
     *
     * @param folder the only folder it may read and write; what memory cannot hold goes there too
     */
    public static TableEngine open(Path folder, int memoryMiB, int threads) {
        return open(folder, folder, memoryMiB, threads);
    }

    /**
     * Starts an engine that may read one file more.
     *
     * @param folder the only folder it may read and write
     * @param file the only other file it may read
     */
    static TableEngine open(Path folder, Path file, int memoryMiB, int threads) {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        String path = text(folder.toAbsolutePath().toString());
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
            TableEngine engine = new TableEngine(connection);
            for (String setting : List.of(
                    "threads = " + threads,
                    "memory_limit = '" + memoryMiB + "MiB'",
                    "temp_directory = " + path,
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allowed_directories = [" + path + "]",
                    "allowed_paths = [" + text(file.toAbsolutePath().toString()) + "]",
                    "enable_external_access = false",
                    "lock_configuration = true")) {
                engine.execute("SET " + setting);
            }
            return engine;
        } catch (SQLException e) {
            throw failure("starting", e);
        }
    }

    /** Runs a statement that has no rows to give. */
    /** Executes, and stops after a while. */
    public void execute(String sql, Duration limit) {
        Timer timer = new Timer("sql limit", true);
        try (Statement statement = connection.createStatement()) {
            timer.schedule(new Cancellation(statement), limit.toMillis());
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(sql, e);
        } finally {
            timer.cancel();
        }
    }

    /** Stops a statement that takes too long. */
    private static final class Cancellation extends TimerTask {
        private final Statement statement;

        private Cancellation(Statement statement) {
            this.statement = statement;
        }

        @Override
        public void run() {
            try {
                statement.cancel();
            } catch (SQLException e) {
                Logger.getLogger(TableEngine.class.getName()).log(Level.FINE, "the statement had ended", e);
            }
        }
    }

    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Hands the rows of a query to {@code reader}, one pass, in order, without holding them all. */
    public <T> T query(String sql, RowsReader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** The rows of a query, one after the other; the engine can do nothing else until they are closed. */
    Cursor cursor(String sql) {
        try {
            Statement statement = connection.createStatement();
            return new Cursor(statement, statement.executeQuery(sql));
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** The rows of a query. */
    static final class Cursor implements AutoCloseable {
        private final Statement statement;
        private final ResultSet rows;

        private Cursor(Statement statement, ResultSet rows) {
            this.statement = statement;
            this.rows = rows;
        }

        /** Moves on to the next row; false if there is none. */
        boolean next() throws SQLException {
            return rows.next();
        }

        /** The value at a place, from 1, as text; empty if it is missing. */
        String text(int place) throws SQLException {
            String text = rows.getString(place);
            return text == null ? "" : text;
        }

        @Override
        public void close() {
            try (statement) {
                rows.close();
            } catch (SQLException e) {
                throw failure("closing a query", e);
            }
        }
    }

    /** What becomes of the rows of a query. */
    @FunctionalInterface
    public interface RowsReader<T> {
        /** Reads the rows, from before the first. */
        T read(ResultSet rows) throws SQLException;
    }

    /** A text literal. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A name of a table or column. */
    public static String name(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure("closing", e);
        }
    }

    private static UncheckedIOException failure(String action, SQLException cause) {
        int shown = Math.min(200, action.length());
        return new UncheckedIOException(new IOException("DuckDB failed at: " + action.substring(0, shown), cause));
    }
}
