package io.thresher.server.searchjob;

import io.thresher.data.DatasetSchema;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.server.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The schemas of the datasets in the data folder, by the ids that requests name. */
record StoredSchemas(DataFolder folder) {

    /** Nothing if there is no such dataset, whatever the text that names it. */
    Optional<DatasetSchema> find(String dataset) {
        return Optional.of(dataset)
                .filter(id -> id.matches("[0-9a-f]+"))
                .map(id -> folder.dataset(id).resolve(DatasetFiles.SCHEMA))
                .filter(Files::isRegularFile)
                .map(SchemaFile::read);
    }

    /** The file of a dataset's rows. */
    Path table(String dataset) {
        return folder.dataset(dataset).resolve(DatasetFiles.TABLE);
    }
}
