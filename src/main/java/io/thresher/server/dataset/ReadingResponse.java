package io.thresher.server.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.thresher.data.DatasetSchema;
import io.thresher.data.FileFormat;
import io.thresher.data.ReadingOptions;
import io.thresher.data.RenamedColumn;
import io.thresher.data.SetAsideRow;
import java.util.List;
import java.util.Optional;

/**
 * How the file of a dataset was read.
 *
 * @param format what kind of file it was
 * @param packing what it was packed with: none, gzip or zip
 * @param delimiter the letter between two values of delimited text
 * @param quote the letter around values of delimited text
 * @param encoding of the letters of delimited text
 * @param hasHeader whether the first record of delimited text held the names
 * @param decimalComma whether some numbers have a comma before the decimals
 * @param options what the user said about the file; the rest was found out
 * @param renamedColumns columns whose name in the file was empty or taken
 * @param linesBefore lines before the table that are no part of it
 * @param setAside records that are no part of the table
 * @param setAsideRows the first few of these
 * @param emptyColumns columns without a name and a value that were dropped at the end
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReadingResponse(
        FileFormat format,
        String packing,
        Optional<String> delimiter,
        Optional<String> quote,
        Optional<String> encoding,
        Optional<Boolean> hasHeader,
        Optional<Boolean> decimalComma,
        ReadingOptions options,
        List<RenamedColumn> renamedColumns,
        long linesBefore,
        long setAside,
        List<SetAsideRow> setAsideRows,
        int emptyColumns) {

    static ReadingResponse of(DatasetSchema schema) {
        boolean text = schema.reading().format() == FileFormat.DELIMITED;
        return new ReadingResponse(
                schema.reading().format(),
                schema.reading().packing().word(),
                Optional.of(String.valueOf(schema.dialect().delimiter())).filter(any -> text),
                Optional.of(String.valueOf(schema.dialect().quote())).filter(any -> text),
                Optional.of(schema.dialect().encoding().word()).filter(any -> text),
                Optional.of(schema.dialect().hasHeader()).filter(any -> text),
                Optional.of(schema.dialect().decimalComma()).filter(any -> text),
                schema.reading().options(),
                schema.renamedColumns(),
                schema.reading().linesBefore(),
                schema.reading().setAside(),
                schema.reading().setAsideRows(),
                schema.reading().emptyColumns());
    }
}
