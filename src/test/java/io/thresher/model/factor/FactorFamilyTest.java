package io.thresher.model.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Task;
import io.thresher.model.GeneratedRows;
import io.thresher.model.LearningFamilyContract;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingSet;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FactorFamilyTest implements LearningFamilyContract {

    @Override
    public ModelFamily family() {
        return new FactorFamily();
    }

    @Test
    void looks_at_weights_that_jump_little_however_large_the_steps() {
        GeneratedRows rows = GeneratedRows.of(Task.BINARY, 300, 6, new Seed(1));
        GeneratedRows unseen = GeneratedRows.of(Task.BINARY, 100, 6, new Seed(2));
        TrainingSet set = new TrainingSet(rows.features(), rows.target(), unseen.features(), unseen.target());
        List<Double> losses = new ArrayList<>();
        Configuration hasty = new Configuration("factorisation", Map.of("learningRate", 1.0));
        family().fit(set, hasty, new Seed(3), (epoch, training, loss) -> losses.add(loss))
                .close();
        double jumps = IntStream.range(2, losses.size())
                .mapToDouble(i -> Math.abs(losses.get(i) - 2 * losses.get(i - 1) + losses.get(i - 2)))
                .average()
                .orElseThrow();
        assertThat(jumps).isLessThan(0.012);
    }
}
