package io.thresher.server.serving;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.DatasetSchema;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.SchemaFile;
import io.thresher.data.files.TableReader;
import io.thresher.onnx.InvalidModel;
import io.thresher.onnx.ModelSignature;
import io.thresher.onnx.snippet.SnippetModel;
import io.thresher.onnx.snippet.Snippets;
import io.thresher.server.DataFolder;
import io.thresher.server.model.ModelVersionId;
import io.thresher.server.model.Models;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Programs that predict with registered models, written once for each. */
@ApplicationScoped
public class ModelSnippets {
    private static final Logger LOG = Logger.getLogger(ModelSnippets.class);

    /** Models whose snippets are kept in memory. */
    private static final int KEPT = 64;
    /** Rows among which the fullest becomes the example. */
    private static final int EXAMPLES = 20;

    private final Models models;
    private final Predictors predictors;
    private final DataFolder folder;
    private final Map<ModelVersionId, SnippetModel> known = new LinkedHashMap<>(KEPT, 0.75f, true);

    ModelSnippets(Models models, Predictors predictors, DataFolder folder) {
        this.models = models;
        this.predictors = predictors;
        this.folder = folder;
    }

    /**
     * Those of a version.
     *
     * @param host where this service is, as the reader reaches it
     * @throws io.thresher.server.ProblemException 404 if there is no such version
     */
    public Snippets of(ModelVersionId id, URI host) {
        SnippetModel model = model(id);
        String address = "%s/api/v1/models/%s/versions/%d/predict"
                .formatted(host.toString().replaceFirst("/$", ""), id.name(), id.version());
        return Snippets.of(
                new SnippetModel(model.signature(), model.trainedOn(), model.example(), model.file(), address));
    }

    /** Those of a version whose files can be read; a page is shown without them rather than not at all. */
    public Optional<Snippets> find(ModelVersionId id, URI host) {
        try {
            return Optional.of(of(id, host));
        } catch (InvalidModel | UncheckedIOException e) {
            LOG.warnf(e, "there are no snippets for version %d of model %s", id.version(), id.name());
            return Optional.empty();
        }
    }

    private SnippetModel model(ModelVersionId id) {
        synchronized (known) {
            SnippetModel earlier = known.get(id);
            if (earlier != null) {
                return earlier;
            }
        }
        String dataset = models.get(id.name(), id.version()).dataset();
        ModelSignature signature = predictors.signature(id);
        DatasetSchema schema = SchemaFile.read(models.schemaFile(id));
        SnippetModel fresh = new SnippetModel(signature, schema, example(dataset, schema, signature), id.file(), "");
        synchronized (known) {
            known.put(id, fresh);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return fresh;
    }

    /** A row of the training data, of a few the one with the fewest gaps; none if the data is gone. */
    private Table example(String dataset, DatasetSchema schema, ModelSignature signature) {
        Path rows = folder.dataset(dataset).resolve(DatasetFiles.TABLE);
        if (!Files.exists(rows)) {
            return new Table(0, List.of());
        }
        Table some = TableReader.sample(rows, schema, signature.inputs().keySet(), EXAMPLES);
        return IntStream.range(0, some.rows())
                .boxed()
                .min(Comparator.comparingLong(row -> gaps(some, row)))
                .map(row -> some.take(new int[] {row}))
                .orElse(some);
    }

    private static long gaps(Table table, int row) {
        return table.columns().stream().filter(column -> isMissing(column, row)).count();
    }

    private static boolean isMissing(Column column, int row) {
        return column instanceof NumberColumn numbers
                ? Float.isNaN(numbers.value(row))
                : ((CategoryColumn) column).word(row).isEmpty();
    }
}
