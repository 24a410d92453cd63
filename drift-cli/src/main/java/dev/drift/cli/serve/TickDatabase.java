package dev.drift.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Secret;
import dev.drift.timetable.Standing;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database in which copies agree on ticks, in a table of its own.
 *
 * @param source opens connections, each bounded in time
 */
public record TickDatabase(DataSource source) {

    static final String TABLE = "drift_ticks";

    private static final List<String> DEFINITION =
            List.of("""
            CREATE TABLE IF NOT EXISTS drift_ticks (
              task_name text NOT NULL,
              task_instance text NOT NULL,
              task_data bytea,
              execution_time timestamptz NOT NULL,
              picked boolean NOT NULL,
              picked_by text,
              last_success timestamptz,
              last_failure timestamptz,
              consecutive_failures int,
              last_heartbeat timestamptz,
              version bigint NOT NULL,
              priority smallint,
              PRIMARY KEY (task_name, task_instance)
            )""", "CREATE INDEX IF NOT EXISTS drift_ticks_due ON drift_ticks (execution_time)");

    private static final int SECONDS = 20;

    /** Held, since a logger that nobody holds forgets how it was set. What it would print is told in one line instead. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    public TickDatabase {
        requireNonNull(source, "source is null");
    }

    /**
     * The database at {@code postgresql://USER:PASSWORD@HOST/NAME}, or as JDBC writes it.
     *
     * @throws InvalidConfigException if that is no such address; it is not repeated, since it holds a password
     */
    public static TickDatabase at(Secret address) {
        DRIVER.setLevel(Level.OFF);
        String text = address.reveal();
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            if (text.startsWith("jdbc:postgresql:")) {
                source.setURL(text);
            } else {
                place(source, new URI(text));
            }
        } catch (IllegalArgumentException | URISyntaxException wrong) {
            throw InvalidConfigException.of(
                    Problem.at("--database", "That is no address such as postgresql://USER:PASSWORD@HOST/NAME"));
        }
        source.setLoginTimeout(SECONDS);
        source.setConnectTimeout(SECONDS);
        source.setSocketTimeout(SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("drift serve");
        return new TickDatabase(source);
    }

    private static void place(PGSimpleDataSource source, URI address) {
        boolean known = "postgresql".equals(address.getScheme()) || "postgres".equals(address.getScheme());
        if (!known || address.getHost() == null || address.getPath().length() < 2) {
            throw new IllegalArgumentException("no PostgreSQL");
        }
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        source.setURL("jdbc:postgresql://" + address.getHost() + port + address.getRawPath() + query);
        if (address.getRawUserInfo() != null) {
            String[] parts = address.getRawUserInfo().split(":", 2);
            source.setUser(decoded(parts[0]));
            if (parts.length > 1) {
                source.setPassword(decoded(parts[1]));
            }
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * Makes the table unless it is there.
     *
     * @throws DatabaseException if the database cannot be used
     */
    public void prepare() {
        try {
            create();
        } catch (SQLException raced) {
            // Of two copies that make it at once one is refused, and finds it made.
            try {
                create();
            } catch (SQLException refused) {
                throw new DatabaseException(refused);
            }
        }
    }

    /**
     * How far the schedules of an estate were followed, by the names of its cells. Changes nothing; where nobody has made the table
     * yet nothing was followed.
     *
     * @throws DatabaseException if the database cannot be used
     */
    public Map<String, Standing> standings(String estate) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery("SELECT to_regclass('" + TABLE + "') IS NOT NULL")) {
            return table.next() && table.getBoolean(1) ? standings(connection, estate) : Map.of();
        } catch (SQLException refused) {
            throw new DatabaseException(refused);
        }
    }

    private static Map<String, Standing> standings(Connection connection, String estate) throws SQLException {
        Map<String, Standing> standings = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT task_instance, task_data FROM " + TABLE + " WHERE task_name = ? AND task_data IS NOT NULL")) {
            select.setString(1, taskOf(estate));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    standings.put(rows.getString(1), Standing.read(new String(rows.getBytes(2), UTF_8)));
                }
            }
        }
        return standings;
    }

    /** What the rows of an estate have in common. */
    static String taskOf(String estate) {
        return "drift serve " + estate;
    }

    private void create() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String part : DEFINITION) {
                statement.execute(part);
            }
        }
    }

    /** The database cannot be used, and why in one line without secrets. */
    public static final class DatabaseException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DatabaseException(SQLException refused) {
            super(String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason is given"), refused);
        }
    }
}
