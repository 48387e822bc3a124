package io.thresher.data.issue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.thresher.data.ColumnType;
import io.thresher.data.repair.RepairStep;
import java.util.Locale;

/** What could be done about an issue. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Proposal.Repair.class, name = "repair"),
    @JsonSubTypes.Type(value = Proposal.Reread.class, name = "reread"),
    @JsonSubTypes.Type(value = Proposal.Split.class, name = "split"),
    @JsonSubTypes.Type(value = Proposal.Note.class, name = "note"),
})
public sealed interface Proposal {

    /**
     * A step that can be done and undone.
     *
     * @param safe whether it can do no harm, so that it needs no person's word
     */
    record Repair(RepairStep step, boolean safe) implements Proposal {}

    /** The column is read again from the uploaded file, as this type. */
    record Reread(String column, ColumnType type) implements Proposal {}

    /** Rows to learn from and rows to check on are parted in this way, by this column. */
    record Split(By by, String column) implements Proposal {}

    /** Advice that only a person can follow. */
    record Note(String advice) implements Proposal {}

    /** What must not stand on both sides of a split. */
    enum By {
        /** Rows of one value of the column. */
        GROUP,
        /** Rows before and rows after a point in time. */
        TIME;

        /** The word used in REST, files and pages. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
