//! Text in which commas, semicolons or tabs part the cells, as questionnaires and spreadsheets export it.
//!
//! In: the text. Out: the same cells as a [`Grid`] of one sheet.

use crate::source::{
    FileId,
    grid::{Damage, Grid, Kind, laying::Laying},
};

/// The cells of a table, and the text in which they stand. What parts them is what parts the most in the first line.
pub(in crate::source) fn decode(text: &str, file: FileId) -> Result<(String, Grid), Damage> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // Within quotation marks one that is meant stands twice: an odd one swallows the rows behind it.
    if text.matches('"').count() % 2 == 1 {
        return Err(Damage::OpenQuotation);
    }
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let count = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    // Of equals the last is taken: a comma.
    let delimiter = [b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut laying = Laying::new(file);
    laying.sheet("", Vec::new());
    let mut row = 0;
    for record in reader.records() {
        let record = record.map_err(|error| Damage::Broken(error.to_string()))?;
        let begin = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        // The reader passes over blank lines, which are rows to a spreadsheet.
        let rest = begin.and_then(|begin| text.get(begin..)).unwrap_or("");
        row += 1 + rest.bytes().take_while(|byte| *byte == b'\n').count();
        for (column, words) in record.iter().enumerate() {
            laying.cell(row, column, Kind::Text, words)?;
        }
    }
    Ok(laying.finish())
}

#[cfg(test)]
mod tests {
    use crate::source::{Fault, Sources, grid::Damage};

    #[test]
    fn counts_rows_as_a_spreadsheet_does() {
        for text in [
            "姓名,日期\n\n林晓,\"10月19日\n10月21日\"\n,,\n秦朗, 20日 \n",
            "姓名\t日期\n\n林晓\t\"10月19日\n10月21日\"\n\t\n秦朗\t20日",
        ] {
            for text in [text.to_owned(), text.replace('\n', "\r\n")] {
                let mut sources = Sources::default();
                let file = sources.add_table("报名.csv", text.as_bytes()).unwrap();
                let rows = &sources.grid(file).unwrap().sheets[0].rows;
                let words: Vec<(usize, Vec<&str>)> = rows
                    .iter()
                    .map(|row| (row.number, row.cells.iter().map(|cell| sources.slice(cell.place)).collect()))
                    .collect();
                assert_eq!(
                    words,
                    [
                        (1, vec!["姓名", "日期"]),
                        (3, vec!["林晓", "10月19日\n10月21日"]),
                        (5, vec!["秦朗", "20日"])
                    ]
                );
                let day = sources.spot(rows[2].cells[1].place).unwrap();
                assert_eq!(
                    (day.address().as_str(), sources.line_column(rows[1].cells[1].place)),
                    ("B5", (3, 1))
                );
            }
        }
    }

    #[test]
    fn refuses_a_quotation_that_swallows_the_rows_behind_it() {
        let table = "姓名,备注\n林晓,\"没有结束\n秦朗,x\n";
        let refused = Sources::default().add_table("报名.csv", table.as_bytes());
        assert_eq!(refused, Err(Fault::Workbook(Damage::OpenQuotation)));
    }
}
