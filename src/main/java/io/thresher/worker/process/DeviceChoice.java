package io.thresher.worker.process;

import io.thresher.model.Device;
import io.thresher.model.DeviceProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where the models of one library are trained in this process: decided when it is first asked for, which loads the library
 * if there is a GPU, and never again. The rehearsal asks first, so that no trial waits for it.
 */
final class DeviceChoice implements Supplier<Device> {
    private static final Logger LOG = Logger.getLogger(DeviceChoice.class.getName());

    /** What NVIDIA's driver makes on Linux, and what Windows lends to a Linux within it. */
    private static final List<Path> DRIVERS = List.of(Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

    private final DeviceSetting setting;
    private final BooleanSupplier machineHasGpu;
    private final String library;
    private final DeviceProbe probe;
    private @Nullable Device device;
    private @Nullable String words;

    DeviceChoice(DeviceSetting setting, String library, DeviceProbe probe) {
        this(setting, () -> DRIVERS.stream().anyMatch(Files::exists), library, probe);
    }

    /**
     * @param machineHasGpu whether it is worth loading the library to ask it
     */
    DeviceChoice(DeviceSetting setting, BooleanSupplier machineHasGpu, String library, DeviceProbe probe) {
        this.setting = setting;
        this.machineHasGpu = machineHasGpu;
        this.library = library;
        this.probe = probe;
    }

    @Override
    public synchronized Device get() {
        Device known = device;
        if (known == null) {
            known = decided();
            device = known;
        }
        return known;
    }

    /** A sentence for whoever set up a GPU; nothing as long as nothing was decided, and where a GPU is out of the question. */
    synchronized Optional<String> words() {
        return Optional.ofNullable(words);
    }

    private Device decided() {
        if (setting == DeviceSetting.CPU || (setting == DeviceSetting.AUTO && !machineHasGpu.getAsBoolean())) {
            return Device.CPU;
        }
        Optional<String> obstacle = obstacle();
        words = obstacle.map(reason -> library + " trains on the CPU: " + reason)
                .orElse(library + " trains on the GPU");
        LOG.log(obstacle.isPresent() ? Level.WARNING : Level.INFO, words);
        return obstacle.isPresent() ? Device.CPU : Device.CUDA;
    }

    /** A library that breaks on the GPU, in whatever way, is one to use on the CPU. */
    private Optional<String> obstacle() {
        try {
            return probe.obstacle();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e.toString());
        }
    }
}
