package io.thresher.server.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A model version as a row. */
@Entity
@Table(name = "model_version")
@IdClass(ModelVersionId.class)
class ModelVersionEntity {
    @Id
    String name;

    @Id
    int version;

    @Column(nullable = false)
    String job;

    @Column(nullable = false)
    int trial;

    @Column(nullable = false)
    String dataset;

    @Column(nullable = false)
    String target;

    @Column(nullable = false)
    String family;

    @Column(nullable = false)
    String metric;

    @Column(nullable = false)
    double score;

    @Column(name = "model_bytes", nullable = false)
    long modelBytes;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;
}
