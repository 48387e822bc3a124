package io.thresher.data.issue;

import io.thresher.data.repair.RepairStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Words that say that nothing is known. */
final class DisguisedMissing implements Detector {
    private static final Set<String> NOTHING = Set.of(
            "unknown",
            "unk",
            "unkown",
            "unknow",
            "unspecified",
            "undefined",
            "undetermined",
            "undisclosed",
            "unavailable",
            "not available",
            "not applicable",
            "not known",
            "not given",
            "not stated",
            "not specified",
            "not recorded",
            "not reported",
            "not provided",
            "not disclosed",
            "not answered",
            "no answer",
            "no data",
            "no info",
            "no information",
            "no response",
            "none given",
            "none stated",
            "none specified",
            "none recorded",
            "none provided",
            "missing",
            "missing value",
            "nil",
            "null",
            "nan",
            "na",
            "n a",
            "n d",
            "s d",
            "k a",
            "nd",
            "not a number",
            "n k",
            "tbd",
            "tba",
            "tbc",
            "to be determined",
            "xxx",
            "xx",
            "blank",
            "empty",
            "refused",
            "refused to answer",
            "declined to answer",
            "prefer not to say",
            "prefer not to answer",
            "don t know",
            "dont know",
            "do not know",
            "can t say",
            "cannot say",
            "unbekannt",
            "keine angabe",
            "inconnu",
            "inconnue",
            "non renseigne",
            "desconocido",
            "desconocida",
            "sin dato",
            "sin datos",
            "sin informacion",
            "no informado",
            "no aplica",
            "nao se aplica",
            "desconhecido",
            "nao informado",
            "sconosciuto",
            "onbekend");
    private static final int LONGEST = 30;
    private static final String MARKS = "[?.\\-–—_*#/\\\\]+";

    @Override
    public List<DataIssue> find(Inspection inspection) {
        return inspection.features().stream()
                .filter(column -> !column.isNumeric() && column.distinct() > 1)
                .map(column -> judge(inspection, column))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DataIssue> judge(Inspection inspection, Values column) {
        int[] codes = IntStream.range(0, column.codes())
                .filter(code -> column.count(code) > 0 && saysNothing(column.word(code)))
                .toArray();
        int rows = IntStream.of(codes).map(column::count).sum();
        if (rows == 0) {
            return Optional.empty();
        }
        List<String> words = IntStream.of(codes).mapToObj(column::word).toList();
        double share = rows / (double) column.rows();
        boolean some = share >= inspection.limits().rows().someRows();
        return Optional.of(DataIssue.of(
                IssueKind.DISGUISED_MISSING,
                some ? Severity.MEDIUM : Severity.LOW,
                List.of(column.name()),
                Map.of("rows", rows, "share", share),
                "In '%s', %s (%s) say %s, which means that the value is missing."
                        .formatted(column.name(), Words.rows(rows), Words.percent(share), Words.names(words)),
                new Proposal.Repair(new RepairStep.ValuesToMissing(column.name(), words), false)));
    }

    static boolean saysNothing(String word) {
        if (word.matches(MARKS)) {
            return true;
        }
        if (word.length() > LONGEST) {
            return false;
        }
        String plain = Spelling.plain(word).replaceAll("[^a-z0-9]+", " ").strip();
        return NOTHING.contains(plain) || plain.matches("unknown [a-z]+|[a-z]+ unknown");
    }
}
