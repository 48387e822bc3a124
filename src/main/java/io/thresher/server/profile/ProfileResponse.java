package io.thresher.server.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.data.association.Association;
import io.thresher.data.profile.ColumnProfile;
import io.thresher.data.profile.Correlations;
import io.thresher.data.profile.DatasetProfile;
import io.thresher.data.profile.Missingness;
import java.util.List;
import java.util.Optional;

/**
 * What a dataset looks like.
 *
 * @param completeRows rows in which nothing is missing
 * @param duplicateRows rows that are alike in every column to one before them
 * @param memoryBytes about what the columns take in memory
 * @param columns in the order of the file
 * @param correlations which columns go together
 * @param missingness which values are missing together
 * @param associations how much each column tells of the target, the most telling first; there if a target was named
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ProfileResponse(
        long rows,
        long completeRows,
        long duplicateRows,
        long memoryBytes,
        List<ColumnProfile> columns,
        Correlations correlations,
        Missingness missingness,
        Optional<List<Association>> associations) {

    static ProfileResponse of(DatasetProfile profile, Optional<List<Association>> associations) {
        return new ProfileResponse(
                profile.rows(),
                profile.completeRows(),
                profile.duplicateRows(),
                profile.memoryBytes(),
                profile.columns(),
                profile.correlations(),
                profile.missingness(),
                associations);
    }
}
