package io.thresher.server.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Hands out sessions and connections of whichever database is on, so that no feature asks which one it is. */
@ApplicationScoped
class DatabaseSessions {

    @Produces
    @Dependent
    Session session(
            @PersistenceUnit("h2") InjectableInstance<Session> h2,
            @PersistenceUnit("postgresql") InjectableInstance<Session> postgresql) {
        return active(h2, postgresql);
    }

    @Produces
    @Dependent
    StatelessSession statelessSession(
            @PersistenceUnit("h2") InjectableInstance<StatelessSession> h2,
            @PersistenceUnit("postgresql") InjectableInstance<StatelessSession> postgresql) {
        return active(h2, postgresql);
    }

    @Produces
    @Dependent
    SessionFactory sessionFactory(
            @PersistenceUnit("h2") InjectableInstance<SessionFactory> h2,
            @PersistenceUnit("postgresql") InjectableInstance<SessionFactory> postgresql) {
        return active(h2, postgresql);
    }

    @Produces
    @Dependent
    AgroalDataSource dataSource(
            @DataSource("h2") InjectableInstance<AgroalDataSource> h2,
            @DataSource("postgresql") InjectableInstance<AgroalDataSource> postgresql) {
        return active(h2, postgresql);
    }

    private static <T> T active(InjectableInstance<T> h2, InjectableInstance<T> postgresql) {
        return h2.getHandle().getBean().isActive() ? h2.get() : postgresql.get();
    }
}
